using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Records;
using Klik.Portal.Storage;
using Klik.Portal.Storage.Connections;

namespace Klik.Portal.StudentRecords;

/// <summary>The portal's database, by the connection of the scope's transaction or one for the moment.</summary>
internal sealed class PortalRecordDatabase(ICurrentSchool school, ScopeTransaction transaction, Lazy<StoreTransactions> transactions) : IRecordDatabase
{
    /// <inheritdoc/>
    public string SchoolId => school.School.Id.Value;

    /// <inheritdoc/>
    public async Task<RecordConnection> OpenAsync(CancellationToken cancellationToken) => await transaction.OpenAsync(cancellationToken);

    /// <inheritdoc/>
    public async Task<IStoreTransaction> BeginImportAsync(CancellationToken cancellationToken) => await transactions.Value.BeginAloneAsync(cancellationToken);
}
