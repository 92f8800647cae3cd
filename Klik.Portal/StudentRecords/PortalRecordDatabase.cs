using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Records;
using Klik.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Klik.Portal.StudentRecords;

/// <summary>The portal's database, by the connection of the scope's context.</summary>
internal sealed class PortalRecordDatabase(ParentAccessDbContext context, StoreTransactions transactions) : IRecordDatabase
{
    /// <inheritdoc/>
    public string SchoolId => context.SchoolId;

    /// <inheritdoc/>
    public async Task<RecordConnection> OpenAsync(CancellationToken cancellationToken)
    {
        var database = context.Database;
        await database.OpenConnectionAsync(cancellationToken);
        return new RecordConnection(database.GetDbConnection(), database.CurrentTransaction?.GetDbTransaction(), () => new ValueTask(database.CloseConnectionAsync()));
    }

    /// <inheritdoc/>
    public async Task<IStoreTransaction> BeginImportAsync(CancellationToken cancellationToken) => await transactions.BeginAsync(cancellationToken);
}
