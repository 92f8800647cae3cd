using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.Sqlite;

namespace Klik.Portal.Storage.Connections;

/// <summary>A connection that has one of the pool's for as long as it is open.</summary>
internal sealed class PooledSqliteConnection(SqliteConnectionPool pool) : DbConnection
{
    private readonly List<PooledSqliteCommand> _used = [];
    private PreparingSqliteConnection? _rented;
    private WriteTurn? _turn;

    /// <inheritdoc/>
    [AllowNull]
    public override string ConnectionString
    {
        get => pool.ConnectionString;
        set => throw new NotSupportedException("The pool says which file.");
    }

    /// <inheritdoc/>
    public override string Database => "main";

    /// <inheritdoc/>
    public override string DataSource => pool.DataSource;

    /// <inheritdoc/>
    public override string ServerVersion => Rented.ServerVersion;

    /// <inheritdoc/>
    public override ConnectionState State => _rented is null ? ConnectionState.Closed : ConnectionState.Open;

    private PreparingSqliteConnection Rented => _rented ?? throw new InvalidOperationException("The connection is closed.");

    /// <inheritdoc/>
    public override void Open() => _rented ??= _turn?.Batch.Connection ?? pool.Rent();

    /// <inheritdoc/>
    public override void Close()
    {
        if (_rented is not { } rented)
        {
            return;
        }

        // None may use the connection any more once it is somebody else's.
        foreach (var command in _used.ToArray())
        {
            command.Release();
        }

        _rented = null;
        if (_turn is null)
        {
            pool.Return(rented);
        }

        // It is the batch's, which gives it back when it ends.
        _turn = null;
    }

    /// <inheritdoc/>
    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException("A file has one database.");

    /// <summary>The next time that it is open is one's turn to write.</summary>
    /// <exception cref="InvalidOperationException">It is open.</exception>
    internal void Take(WriteTurn turn) => _turn = _rented is null ? turn : throw new InvalidOperationException("The connection is open.");

    /// <summary>The transaction that one's turn is part of, if it is one's turn.</summary>
    internal SqliteTransaction? TransactionOfTurn => _turn?.Batch.Transaction;

    /// <summary>Takes a statement for a command.</summary>
    internal PreparedSqliteCommand Take(PooledSqliteCommand command)
    {
        _used.Add(command);
        return Rented.Take(command.CommandText);
    }

    /// <summary>Takes it back.</summary>
    internal void GiveBack(PooledSqliteCommand command, PreparedSqliteCommand prepared)
    {
        _used.Remove(command);
        Rented.GiveBack(prepared);
    }

    /// <inheritdoc/>
    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) =>
        _turn is { } turn ? new TurnTransaction(this, turn.Batch) : new PooledSqliteTransaction(this, Rented.BeginTransaction(isolationLevel));

    /// <inheritdoc/>
    protected override DbCommand CreateDbCommand() => new PooledSqliteCommand(this);

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            Close();
        }

        base.Dispose(disposing);
    }
}
