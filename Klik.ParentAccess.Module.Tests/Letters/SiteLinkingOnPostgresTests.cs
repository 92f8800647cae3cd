using Klik.ParentAccess.Module.Tests.Host;
using Klik.ParentAccess.Tests.Storage;

namespace Klik.ParentAccess.Module.Tests.Letters;

/// <summary>The way from a letter to the linked child on PostgreSQL.</summary>
[Collection<PostgresSchools>]
public sealed class SiteLinkingOnPostgresTests(PostgresHost host) : SharedLinkingTests(host), IAsyncLifetime
{
    public ValueTask InitializeAsync()
    {
        PostgresDatabase.SkipUnlessThere();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
