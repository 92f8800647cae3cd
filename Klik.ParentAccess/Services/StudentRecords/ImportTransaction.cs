using Klik.ParentAccess.Core.Storage;

namespace Klik.ParentAccess.Services.StudentRecords;

/// <summary>A transaction that holds a whole import, and at its end gives the site's users their students.</summary>
internal sealed class ImportTransaction(IStoreTransaction transaction, StudentsOfUsers students) : IStoreTransaction
{
    /// <inheritdoc/>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        await students.BindAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => transaction.DisposeAsync();
}
