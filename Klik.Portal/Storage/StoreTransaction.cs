using Klik.ParentAccess.Core.Storage;
using Klik.Portal.Storage.Connections;

namespace Klik.Portal.Storage;

/// <summary>A transaction that may write. Disposed without a commit, nothing of it happened.</summary>
/// <param name="transaction">The scope's transaction, which is open.</param>
/// <param name="turn">The turn that it is part of, where writers take turns.</param>
internal sealed class StoreTransaction(ScopeTransaction transaction, WriteTurn? turn) : IStoreTransaction
{
    private bool _isOpen = true;

    /// <inheritdoc/>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        await transaction.CommitAsync(cancellationToken);
        await EndAsync();
        await (turn?.CommitAsync() ?? Task.CompletedTask);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await EndAsync();
        }
        finally
        {
            turn?.Leave();
        }
    }

    private ValueTask EndAsync()
    {
        // The scope may have begun another one since.
        if (!_isOpen)
        {
            return ValueTask.CompletedTask;
        }

        _isOpen = false;
        return transaction.EndAsync();
    }
}
