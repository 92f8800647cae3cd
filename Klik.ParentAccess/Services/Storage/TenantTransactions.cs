using System.Data;
using Klik.ParentAccess.Core.Storage;
using Microsoft.Data.Sqlite;
using OrchardCore.Data.Documents;
using ISession = YesSql.ISession;

namespace Klik.ParentAccess.Services.Storage;

/// <summary>Begins the transactions of a scope, on its YesSql session, so that Orchard's users take part in them.</summary>
internal sealed class TenantTransactions(ISession session, IDocumentStore documents, TenantDatabase database, WriteGate gate, IStoreFaults faults)
{
    private const int SqliteBusy = 5;

    private bool _isOpen;

    /// <summary>
    /// Begins a transaction: on SQLite the write lock is taken at once, on PostgreSQL the isolation is read committed. What the
    /// scope has changed before is saved first: it stands whatever becomes of the transaction.
    /// </summary>
    /// <exception cref="InvalidOperationException">The scope has one already.</exception>
    public Task<TenantTransaction> BeginAsync(CancellationToken cancellationToken) => BeginAsync(isLarge: false, cancellationToken);

    /// <summary>
    /// Begins one for more changes than SQLite has room for by default: they stay in memory until the end, where they would else be
    /// written to the file before, which locks everybody out who reads. Otherwise as <see cref="BeginAsync(CancellationToken)"/>.
    /// </summary>
    /// <exception cref="InvalidOperationException">The scope has one already.</exception>
    public Task<TenantTransaction> BeginLargeAsync(CancellationToken cancellationToken) => BeginAsync(isLarge: true, cancellationToken);

    /// <summary>Does something in the transaction that is open in the scope, or else in one of its own.</summary>
    public async Task<T> JoinAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        if (_isOpen)
        {
            return await work();
        }

        await using var transaction = await BeginAsync(cancellationToken);
        var result = await work();
        await transaction.CommitAsync(cancellationToken);
        return result;
    }

    private async Task<TenantTransaction> BeginAsync(bool isLarge, CancellationToken cancellationToken)
    {
        if (_isOpen)
        {
            throw new InvalidOperationException("The scope has a transaction already.");
        }

        await documents.CommitAsync();
        if (!await gate.TryEnterAsync(cancellationToken))
        {
            throw new SqliteException("Another process holds the file; those before have waited for it.", SqliteBusy);
        }

        try
        {
            await PrepareAsync(isLarge, cancellationToken);
            await session.BeginTransactionAsync(IsolationLevel.ReadCommitted, cancellationToken);
            await database.ConnectAsync(cancellationToken);
            _isOpen = true;
            return new TenantTransaction(session, Close);
        }
        catch (Exception problem) when (faults.FaultOf(problem) == StoreFault.Busy)
        {
            gate.LeaveRefused();
            throw;
        }
        catch
        {
            gate.Leave();
            throw;
        }

        void Close()
        {
            _isOpen = false;
            gate.Leave();
        }
    }

    // Settings of the connection, which comes from a pool. On SQLite what is deleted is overwritten in the file (rule I13).
    private async Task PrepareAsync(bool isLarge, CancellationToken cancellationToken)
    {
        if (!database.IsPostgres)
        {
            var spills = new SqlName(isLarge ? "OFF" : "ON");
            await database.QueryAsync($"PRAGMA secure_delete = ON; PRAGMA cache_spill = {spills}", _ => true, cancellationToken);
        }
    }
}
