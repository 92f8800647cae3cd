using Klik.ParentAccess.Core.Storage;
using ISession = YesSql.ISession;

namespace Klik.ParentAccess.Services.Storage;

/// <summary>A transaction that may write. Disposed without a commit, nothing of it happened.</summary>
internal sealed class TenantTransaction(ISession session, Action closed) : IStoreTransaction
{
    private bool _isOpen = true;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The session has lost the transaction: something that failed in it was passed over.</exception>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        // Not by the session's SaveChanges: once anything in the scope has cancelled the session, that gives up without a word.
        await session.FlushAsync(cancellationToken);
        var transaction = session.CurrentTransaction ?? throw new InvalidOperationException("The transaction is gone.");
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
            // Rolls back what is not committed and forgets what was loaded; unlike a cancelled session, this one stays usable.
            await session.ResetAsync();
        }
        finally
        {
            closed();
        }
    }
}
