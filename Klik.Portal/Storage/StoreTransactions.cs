using Klik.Portal.Storage.Connections;

namespace Klik.Portal.Storage;

/// <summary>Begins the transactions of a scope. Everything that writes does so in one of these.</summary>
internal sealed class StoreTransactions(ScopeTransaction scope, Statements statements, Lazy<SqliteWriter> writer)
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
        if (scope.IsOpen)
        {
            return await work();
        }

        await using var transaction = await BeginAsync(cancellationToken);
        var result = await work();
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    /// <summary>Runs statements in the transaction that is open in the scope, put off to its end, or else in one of their own.</summary>
    public async Task ExecuteAsync(IReadOnlyList<Statement> all, CancellationToken cancellationToken)
    {
        if (scope.IsOpen)
        {
            foreach (var statement in all)
            {
                await statements.PutOffAsync(statement, cancellationToken);
            }
        }
        else if (scope.IsPostgres)
        {
            // It takes what comes in one round trip as one transaction.
            await statements.ExecuteAsync(all, cancellationToken);
        }
        else
        {
            await JoinAsync(() => statements.ExecuteAsync(all, cancellationToken), cancellationToken);
        }
    }

    private async Task<StoreTransaction> BeginAsync(bool isAlone, CancellationToken cancellationToken)
    {
        // Before waiting for a turn, which would never come.
        if (scope.IsOpen)
        {
            throw new InvalidOperationException("The scope has a transaction already.");
        }

        if (scope.Connection is not PooledSqliteConnection connection)
        {
            await scope.BeginAsync(cancellationToken);
            return new StoreTransaction(scope, null);
        }

        var turn = await writer.Value.EnterAsync(isAlone, cancellationToken);
        try
        {
            connection.Take(turn);
            await scope.BeginAsync(cancellationToken);
            return new StoreTransaction(scope, turn);
        }
        catch
        {
            turn.Leave();
            throw;
        }
    }
}
