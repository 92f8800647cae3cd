using Klik.ParentAccess.Core.Storage;
using Klik.Portal.Storage.Connections;
using Microsoft.EntityFrameworkCore.Storage;

namespace Klik.Portal.Storage;

/// <summary>A transaction that may write. Disposed without a commit, nothing of it happened.</summary>
internal sealed class StoreTransaction : IStoreTransaction
{
    private readonly IDbContextTransaction _transaction;
    private readonly ScopeTransaction _scope;
    private readonly WriteTurn? _turn;
    private bool _isOpen = true;

    /// <param name="transaction">The transaction.</param>
    /// <param name="scope">What is told of it.</param>
    /// <param name="turn">The turn that it is part of, where writers take turns.</param>
    public StoreTransaction(IDbContextTransaction transaction, ScopeTransaction scope, WriteTurn? turn)
    {
        _transaction = transaction;
        _scope = scope;
        _turn = turn;
        scope.Set(transaction.GetDbTransaction());
    }

    /// <inheritdoc/>
    public async Task CommitAsync(CancellationToken cancellationToken)
    {
        await _transaction.CommitAsync(cancellationToken);
        await EndAsync();
        await (_turn?.CommitAsync() ?? Task.CompletedTask);
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
            _turn?.Leave();
        }
    }

    private async ValueTask EndAsync()
    {
        if (_isOpen)
        {
            _isOpen = false;
            _scope.Set(null);
            await _transaction.DisposeAsync();
        }
    }
}
