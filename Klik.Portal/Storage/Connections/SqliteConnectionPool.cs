using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace Klik.Portal.Storage.Connections;

/// <summary>
/// Open connections to the SQLite file that keep what they have prepared. SQLite's own way of pooling forgets it at every close, and
/// most statements take longer to prepare than to run.
/// </summary>
internal sealed class SqliteConnectionPool(string connectionString) : IDisposable
{
    // busy_timeout: another process may be writing (within this one, SqliteWriter queues).
    // secure_delete: what is deleted is overwritten in the file (rule I13).
    // synchronous FULL: an accepted request survives a power cut (rule P7); with write-ahead logging, NORMAL would not promise that.
    // journal_size_limit: a large import makes a large journal; it gives the disk back afterwards.
    private const string Pragmas =
        "PRAGMA busy_timeout = 5000; PRAGMA secure_delete = ON; PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 67108864;";

    private const int MostIdle = 32;

    private readonly ConcurrentStack<PreparingSqliteConnection> _idle = new();
    private readonly string _connectionString = new SqliteConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString;
    private volatile bool _isDisposed;

    /// <summary>The connection string of those who ask.</summary>
    public string ConnectionString => connectionString;

    /// <summary>The file.</summary>
    public string DataSource { get; } = new SqliteConnectionStringBuilder(connectionString).DataSource;

    /// <summary>Gives an open connection; it comes back with <see cref="Return"/>.</summary>
    /// <exception cref="SqliteException">The file cannot be opened.</exception>
    public PreparingSqliteConnection Rent() => _idle.TryPop(out var connection) ? connection : Open();

    /// <summary>Takes a connection back.</summary>
    public void Return(PreparingSqliteConnection connection)
    {
        // A transaction that nobody ended ends with the connection.
        if (_isDisposed || connection.HasTransaction || _idle.Count >= MostIdle)
        {
            connection.Dispose();
            return;
        }

        _idle.Push(connection);
        if (_isDisposed)
        {
            Dispose();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _isDisposed = true;
        while (_idle.TryPop(out var connection))
        {
            connection.Dispose();
        }
    }

    private PreparingSqliteConnection Open()
    {
        var connection = new PreparingSqliteConnection(_connectionString);
        try
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = Pragmas;
            command.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
