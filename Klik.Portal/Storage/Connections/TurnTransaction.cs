using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Klik.Portal.Storage.Connections;

/// <summary>A writer's part of a <see cref="WriteBatch"/>. Committed, it is kept, and reaches the disk with the batch.</summary>
internal sealed class TurnTransaction(PooledSqliteConnection connection, WriteBatch batch) : DbTransaction, ISqliteTransaction
{
    private bool _isEnded;

    /// <inheritdoc/>
    public SqliteTransaction Inner => batch.Transaction;

    /// <inheritdoc/>
    public override IsolationLevel IsolationLevel => IsolationLevel.Serializable;

    /// <inheritdoc/>
    public override bool SupportsSavepoints => true;

    /// <inheritdoc/>
    protected override DbConnection? DbConnection => _isEnded ? null : connection;

    /// <inheritdoc/>
    public override void Commit()
    {
        batch.Keep();
        _isEnded = true;
    }

    /// <inheritdoc/>
    public override void Rollback()
    {
        if (!_isEnded)
        {
            _isEnded = true;
            batch.Undo();
        }
    }

    /// <inheritdoc/>
    public override void Save(string savepointName) => Inner.Save(savepointName);

    /// <inheritdoc/>
    public override void Rollback(string savepointName) => Inner.Rollback(savepointName);

    /// <inheritdoc/>
    public override void Release(string savepointName) => Inner.Release(savepointName);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Rollback();
        }

        base.Dispose(disposing);
    }
}
