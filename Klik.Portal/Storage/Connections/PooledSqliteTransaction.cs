using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Klik.Portal.Storage.Connections;

/// <summary>A transaction on the connection that is rented at the moment.</summary>
internal sealed class PooledSqliteTransaction(PooledSqliteConnection connection, SqliteTransaction transaction) : DbTransaction, ISqliteTransaction
{
    /// <inheritdoc/>
    public SqliteTransaction Inner => transaction;

    /// <inheritdoc/>
    public override IsolationLevel IsolationLevel => transaction.IsolationLevel;

    /// <inheritdoc/>
    public override bool SupportsSavepoints => true;

    /// <inheritdoc/>
    protected override DbConnection DbConnection => connection;

    /// <inheritdoc/>
    public override void Commit() => transaction.Commit();

    /// <inheritdoc/>
    public override void Rollback() => transaction.Rollback();

    /// <inheritdoc/>
    public override void Save(string savepointName) => transaction.Save(savepointName);

    /// <inheritdoc/>
    public override void Rollback(string savepointName) => transaction.Rollback(savepointName);

    /// <inheritdoc/>
    public override void Release(string savepointName) => transaction.Release(savepointName);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            transaction.Dispose();
        }

        base.Dispose(disposing);
    }
}
