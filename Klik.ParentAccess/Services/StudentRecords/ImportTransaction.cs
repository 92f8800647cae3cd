using Klik.ParentAccess.Core.Storage;

namespace Klik.ParentAccess.Services.StudentRecords;

/// <summary>A transaction that holds a whole import, and at its end gives the site's users their students. With it the version of the records rises.</summary>
internal sealed class ImportTransaction(IStoreTransaction transaction, StudentsOfUsers students, RecordsVersion version) : IStoreTransaction
{
    /// <inheritdoc/>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        await students.BindAsync(cancellationToken);
        await version.RaiseAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => transaction.DisposeAsync();
}
