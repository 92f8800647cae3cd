using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Storage;

public sealed class SqliteStoreHost : PortalStoreHost
{
    public override void SkipUnlessThere()
    {
        // A file can always be made.
    }

    internal override Task<ServiceProvider?> CreateAsync() => Task.FromResult<ServiceProvider?>(StorageServices.OnSqlite(Folder));
}
