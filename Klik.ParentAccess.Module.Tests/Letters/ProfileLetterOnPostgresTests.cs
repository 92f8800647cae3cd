using Klik.ParentAccess.Module.Tests.Host;
using Klik.ParentAccess.Tests.Storage;

namespace Klik.ParentAccess.Module.Tests.Letters;

/// <summary>The student's letter on PostgreSQL.</summary>
[Collection<PostgresSchools>]
public sealed class ProfileLetterOnPostgresTests(PostgresHost host) : SharedProfileLetterTests(host), IAsyncLifetime
{
    public ValueTask InitializeAsync()
    {
        PostgresDatabase.SkipUnlessThere();
        return ValueTask.CompletedTask;
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
