using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Storage;

public sealed class PostgresStoreHost : PortalStoreHost
{
    private PostgresDatabase? _database;

    public override void SkipUnlessThere() => PostgresDatabase.SkipUnlessThere();

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    internal override async Task<ServiceProvider?> CreateAsync()
    {
        _database = await PostgresDatabase.CreateAsync();
        return _database is null ? null : StorageServices.OnPostgres(Folder, _database);
    }
}
