using Klik.ParentAccess.Core.Storage;
using Microsoft.EntityFrameworkCore.Storage;

namespace Klik.Portal.Storage;

/// <summary>A transaction that may write. Disposed without a commit, nothing of it happened.</summary>
internal sealed class StoreTransaction(IDbContextTransaction transaction, WriteGate gate) : IStoreTransaction
{
    private bool _isOpen = true;

    /// <inheritdoc/>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        await transaction.CommitAsync(cancellationToken);
        await CloseAsync();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => CloseAsync();

    private async ValueTask CloseAsync()
    {
        if (!_isOpen)
        {
            return;
        }

        _isOpen = false;
        try
        {
            await transaction.DisposeAsync();
        }
        finally
        {
            gate.Leave();
        }
    }
}
