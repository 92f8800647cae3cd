using System.Data;
using Klik.Portal.Storage.Connections;
using Microsoft.EntityFrameworkCore;

namespace Klik.Portal.Storage;

/// <summary>Begins the transactions of a scope. Everything that writes does so in one of these.</summary>
internal sealed class StoreTransactions(ParentAccessDbContext context, ScopeTransaction scope, Lazy<SqliteWriter> writer)
{
    /// <summary>
    /// Begins a transaction: on SQLite writers take turns, on PostgreSQL the isolation is read committed.
    /// </summary>
    /// <exception cref="InvalidOperationException">The scope has one already.</exception>
    public Task<StoreTransaction> BeginAsync(CancellationToken cancellationToken) => BeginAsync(isAlone: false, cancellationToken);

    /// <summary>Likewise, for work that takes so long that nobody else is to wait for it to reach the disk.</summary>
    /// <exception cref="InvalidOperationException">The scope has one already.</exception>
    public Task<StoreTransaction> BeginAloneAsync(CancellationToken cancellationToken) => BeginAsync(isAlone: true, cancellationToken);

    /// <summary>Does something in the transaction that is open in the scope, or else in one of its own.</summary>
    public async Task<T> JoinAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        if (context.Database.CurrentTransaction is not null)
        {
            return await work();
        }

        await using var transaction = await BeginAsync(cancellationToken);
        var result = await work();
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    private async Task<StoreTransaction> BeginAsync(bool isAlone, CancellationToken cancellationToken)
    {
        if (context.Database.CurrentTransaction is not null)
        {
            throw new InvalidOperationException("The scope has a transaction already.");
        }

        if (context.Database.GetDbConnection() is not PooledSqliteConnection connection)
        {
            return new StoreTransaction(await context.Database.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken), scope, null);
        }

        var turn = await writer.Value.EnterAsync(isAlone, cancellationToken);
        try
        {
            connection.Take(turn);
            return new StoreTransaction(await context.Database.BeginTransactionAsync(cancellationToken), scope, turn);
        }
        catch
        {
            turn.Leave();
            throw;
        }
    }
}
