using Klik.ParentAccess.Core.Storage;
using Klik.Portal.Schools;
using Klik.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace Klik.Portal.StudentRecords;

/// <summary>The transaction of an import; with it the version of the school's records rises.</summary>
internal sealed class ImportTransaction(StoreTransaction transaction, ParentAccessDbContext context) : IStoreTransaction
{
    /// <inheritdoc/>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        var school = context.SchoolId;
        await context.Set<SchoolRow>()
            .Where(row => row.SchoolId == school)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.RecordsVersion, row => row.RecordsVersion + 1), cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => transaction.DisposeAsync();
}
