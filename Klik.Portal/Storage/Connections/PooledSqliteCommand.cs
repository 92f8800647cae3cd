using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Klik.Portal.Storage.Connections;

/// <summary>A command that runs by a statement which the connection may have prepared for an earlier one with the same text.</summary>
internal sealed class PooledSqliteCommand(PooledSqliteConnection connection) : SqliteCommand
{
    private PreparedSqliteCommand? _prepared;
    private DbTransaction? _transaction;
    private int? _timeout;

    /// <inheritdoc/>
    public override int CommandTimeout
    {
        get => _timeout ?? base.CommandTimeout;
        set => _timeout = value;
    }

    /// <inheritdoc/>
    protected override DbConnection? DbConnection
    {
        get => connection;
        set => throw new NotSupportedException("A command belongs to the connection that made it.");
    }

    /// <inheritdoc/>
    protected override DbTransaction? DbTransaction
    {
        get => _transaction;
        set => _transaction = value;
    }

    /// <inheritdoc/>
    public override SqliteDataReader ExecuteReader() => ExecuteReader(CommandBehavior.Default);

    /// <inheritdoc/>
    public override SqliteDataReader ExecuteReader(CommandBehavior behavior) => Fill().ExecuteReader(behavior);

    /// <inheritdoc/>
    public override int ExecuteNonQuery() => Fill().ExecuteNonQuery();

    /// <inheritdoc/>
    public override object? ExecuteScalar() => Fill().ExecuteScalar();

    /// <inheritdoc/>
    public override void Prepare() => Fill().Prepare();

    /// <summary>Gives the statement back that the latest use took.</summary>
    internal void Release()
    {
        if (_prepared is { } prepared)
        {
            _prepared = null;
            connection.GiveBack(this, prepared);
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Release();
        }

        base.Dispose(disposing);
    }

    private PreparedSqliteCommand Fill()
    {
        if (_prepared is not null && _prepared.CommandText != CommandText)
        {
            Release();
        }

        // A statement that is used many times by one command, as in loading, is filled anew at each.
        var prepared = _prepared ??= connection.Take(this);
        // In a turn, what is set up on a connection that was just opened runs in the turn's transaction too.
        prepared.Transaction = (_transaction as ISqliteTransaction)?.Inner ?? connection.TransactionOfTurn;
        if (_timeout is { } timeout)
        {
            prepared.CommandTimeout = timeout;
        }

        prepared.Parameters.Clear();
        foreach (SqliteParameter parameter in Parameters)
        {
            prepared.Parameters.Add(parameter);
        }

        return prepared;
    }
}
