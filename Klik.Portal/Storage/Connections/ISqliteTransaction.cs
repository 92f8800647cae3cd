using Microsoft.Data.Sqlite;

namespace Klik.Portal.Storage.Connections;

/// <summary>A transaction whose statements run in one of the connection itself.</summary>
internal interface ISqliteTransaction
{
    /// <summary>That one.</summary>
    SqliteTransaction Inner { get; }
}
