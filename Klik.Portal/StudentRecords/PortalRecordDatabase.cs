using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Records;
using Klik.Portal.Storage;
using Klik.Portal.Storage.Connections;

namespace Klik.Portal.StudentRecords;

/// <summary>The portal's database, by the connection of the scope's transaction or one for the moment.</summary>
internal sealed class PortalRecordDatabase(
    ICurrentSchool school,
    ScopeTransaction transaction,
    RecordsVersion version,
    Lazy<StoreTransactions> transactions,
    Lazy<ParentAccessDbContext> context) : IRecordDatabase
{
    /// <inheritdoc/>
    public string SchoolId => school.School.Id.Value;

    /// <inheritdoc/>
    public long? Version => version.Value;

    /// <inheritdoc/>
    public async Task<RecordConnection> OpenAsync(CancellationToken cancellationToken) => await transaction.OpenAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task<IStoreTransaction> BeginImportAsync(CancellationToken cancellationToken)
    {
        // What this scope was told is over with the import.
        version.Value = null;
        return new ImportTransaction(await transactions.Value.BeginAloneAsync(cancellationToken), context.Value);
    }
}
