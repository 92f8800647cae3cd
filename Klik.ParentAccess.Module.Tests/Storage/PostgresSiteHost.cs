using Klik.ParentAccess.Tests.Storage;

namespace Klik.ParentAccess.Module.Tests.Storage;

public sealed class PostgresSiteHost : SiteStoreHost
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

    internal override async Task<TestSite?> CreateAsync()
    {
        _database = await PostgresDatabase.CreateAsync();
        return _database is null ? null : await TestSite.CreateAsync("Postgres", _database.ConnectionString);
    }
}
