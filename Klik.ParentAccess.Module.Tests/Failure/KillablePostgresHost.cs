using Klik.ParentAccess.Tests.Storage;

namespace Klik.ParentAccess.Module.Tests.Failure;

/// <summary>The same host on PostgreSQL.</summary>
public sealed class KillablePostgresHost : KillableHost
{
    private PostgresDatabase? _database;

    protected override (string Provider, string ConnectionString) Database => ("Postgres", _database!.ConnectionString);

    public override async ValueTask InitializeAsync()
    {
        _database = await PostgresDatabase.CreateAsync();
        if (_database is not null)
        {
            await base.InitializeAsync();
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }
}
