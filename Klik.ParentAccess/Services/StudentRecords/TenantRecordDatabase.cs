using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Records;
using Klik.ParentAccess.Services.Storage;
using ISession = YesSql.ISession;

namespace Klik.ParentAccess.Services.StudentRecords;

/// <summary>The tenant's database, by the connection of the scope's YesSql session.</summary>
internal sealed class TenantRecordDatabase(
    ISession session,
    TenantDatabase database,
    RecordsVersion version,
    TenantTransactions transactions,
    StudentsOfUsers students) : IRecordDatabase
{
    /// <inheritdoc/>
    public string SchoolId => version.SchoolId;

    /// <inheritdoc/>
    public long? Version => version.Value;

    /// <inheritdoc/>
    public async Task<RecordConnection> OpenAsync(CancellationToken cancellationToken) =>
        new(await database.ConnectAsync(cancellationToken), session.CurrentTransaction);

    /// <inheritdoc/>
    public async Task<IStoreTransaction> BeginImportAsync(CancellationToken cancellationToken)
    {
        // What this scope was told is over with the import.
        version.Value = null;
        return new ImportTransaction(await transactions.BeginLargeAsync(cancellationToken), students, version);
    }
}
