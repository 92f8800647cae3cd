using Klik.ParentAccess.Tests.Storage;

namespace Klik.ParentAccess.Module.Tests.Failure;

public sealed class KilledSiteOnPostgresTests(KillablePostgresHost host) : KilledSiteTests(host), IClassFixture<KillablePostgresHost>, IAsyncLifetime
{
    public ValueTask InitializeAsync()
    {
        PostgresDatabase.SkipUnlessThere();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
