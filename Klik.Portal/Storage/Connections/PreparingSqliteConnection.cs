using Microsoft.Data.Sqlite;

namespace Klik.Portal.Storage.Connections;

/// <summary>An open connection that remembers the statements it has prepared.</summary>
internal sealed class PreparingSqliteConnection(string connectionString) : SqliteConnection(connectionString)
{
    // More than the portal has of every day.
    private const int MostPrepared = 300;

    private static readonly string[] OfEveryDay = ["SELECT", "INSERT", "UPDATE", "DELETE", "WITH"];
    private readonly Dictionary<string, PreparedSqliteCommand> _prepared = new(StringComparer.Ordinal);

    private bool _undoesInMemory;

    /// <summary>
    /// Where SQLite keeps what a savepoint needs to undo: in memory, or in a file of its own beside it. The file costs a sixth of all
    /// that a small change does.
    /// </summary>
    /// <exception cref="SqliteException">The connection is in use.</exception>
    public void UndoInMemory(bool inMemory)
    {
        if (_undoesInMemory == inMemory)
        {
            return;
        }

        using var command = CreateCommand();
        command.CommandText = inMemory ? "PRAGMA temp_store = MEMORY" : "PRAGMA temp_store = DEFAULT";
        command.ExecuteNonQuery();
        _undoesInMemory = inMemory;
    }

    /// <summary>Whether a transaction is open.</summary>
    public bool HasTransaction => Transaction is not null;

    /// <summary>Takes a statement, prepared already if it can be; it comes back with <see cref="GiveBack"/>.</summary>
    public PreparedSqliteCommand Take(string text) => _prepared.Remove(text, out var command) ? command : new PreparedSqliteCommand(text, this);

    /// <summary>Takes a statement back.</summary>
    public void GiveBack(PreparedSqliteCommand command)
    {
        if (command.IsReading || _prepared.Count >= MostPrepared || !IsOfEveryDay(command.CommandText))
        {
            command.Dispose();
            return;
        }

        command.Parameters.Clear();
        command.Transaction = null;
        if (!_prepared.TryAdd(command.CommandText, command))
        {
            command.Dispose();
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            foreach (var command in _prepared.Values)
            {
                command.Dispose();
            }

            _prepared.Clear();
        }

        base.Dispose(disposing);
    }

    // Not what changes tables or settings.
    private static bool IsOfEveryDay(string text)
    {
        var start = text.AsSpan().TrimStart();
        foreach (var word in OfEveryDay)
        {
            if (start.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
