using Microsoft.Data.Sqlite;

namespace Klik.Portal.Storage.Connections;

/// <summary>A statement of one connection that stays prepared between its uses.</summary>
internal sealed class PreparedSqliteCommand(string text, SqliteConnection connection) : SqliteCommand(text, connection)
{
    /// <summary>Whether somebody reads its rows.</summary>
    public bool IsReading => DataReader is not null;
}
