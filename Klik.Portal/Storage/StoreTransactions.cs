using System.Data;
using Klik.ParentAccess.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Klik.Portal.Storage;

/// <summary>Begins the transactions of a scope. Everything that writes does so in one of these.</summary>
internal sealed class StoreTransactions(ParentAccessDbContext context, WriteGate gate)
{
    /// <summary>
    /// Begins a transaction: on SQLite the write lock is taken at once (<c>BEGIN IMMEDIATE</c>), on PostgreSQL the isolation is
    /// read committed.
    /// </summary>
    /// <exception cref="InvalidOperationException">The scope has one already.</exception>
    public async Task<StoreTransaction> BeginAsync(CancellationToken cancellationToken)
    {
        if (context.Database.CurrentTransaction is not null)
        {
            throw new InvalidOperationException("The scope has a transaction already.");
        }

        await gate.EnterAsync(cancellationToken);
        try
        {
            var isolation = context.Database.IsSqlite() ? IsolationLevel.Serializable : IsolationLevel.ReadCommitted;
            return new StoreTransaction(await context.Database.BeginTransactionAsync(isolation, cancellationToken), gate);
        }
        catch
        {
            gate.Leave();
            throw;
        }
    }

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
}
