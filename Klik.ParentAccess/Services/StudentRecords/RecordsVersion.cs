using Klik.ParentAccess.Services.Storage;
using OrchardCore.Environment.Shell;

namespace Klik.ParentAccess.Services.StudentRecords;

/// <summary>How often the tenant's records have changed, as the database told in this scope with the links that were asked for.</summary>
internal sealed class RecordsVersion(TenantDatabase database, ShellSettings shell)
{
    /// <summary>The version; null until the links are asked for, and after an import in this scope.</summary>
    public long? Value { get; set; }

    /// <summary>What the row has in <c>school_id</c>.</summary>
    public string SchoolId { get; } = TenantSchoolId.Of(shell.Name).Value;

    /// <summary>Raises it, in the transaction that is open.</summary>
    public Task RaiseAsync(CancellationToken cancellationToken) =>
        database.ExecuteAsync(
            $"""
            INSERT INTO {database.RecordsVersions} AS present (school_id, version) VALUES ({SchoolId}, 1)
            ON CONFLICT (school_id) DO UPDATE SET version = present.version + 1
            """,
            cancellationToken);
}
