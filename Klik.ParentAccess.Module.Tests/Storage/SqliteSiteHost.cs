namespace Klik.ParentAccess.Module.Tests.Storage;

public sealed class SqliteSiteHost : SiteStoreHost
{
    public override void SkipUnlessThere()
    {
        // A file can always be made.
    }

    internal override async Task<TestSite?> CreateAsync() => await TestSite.CreateAsync("Sqlite", connectionString: null);
}
