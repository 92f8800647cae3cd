using Klik.ParentAccess.Tests.Storage;

namespace Klik.ParentAccess.Module.Tests.Host;

/// <summary>The main path on PostgreSQL.</summary>
[Collection<PostgresSchools>]
public sealed class MainPathOnPostgresTests(PostgresHost host) : SharedMainPathTests(host), IAsyncLifetime
{
    public ValueTask InitializeAsync()
    {
        PostgresDatabase.SkipUnlessThere();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
