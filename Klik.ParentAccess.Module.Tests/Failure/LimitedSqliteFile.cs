using System.Data;
using System.Data.Common;
using YesSql;

namespace Klik.ParentAccess.Module.Tests.Failure;

/// <summary>A site's connections, to a SQLite file that may stop growing: SQLite says then that its disk is full (SQLITE_FULL).</summary>
internal sealed class LimitedSqliteFile(IConnectionFactory connections) : IConnectionFactory
{
    private const int Unlimited = 1_073_741_823;

    // One that is too low is the present size.
    private const int AsItIs = 1;

    public Type DbConnectionType => connections.DbConnectionType;

    public bool IsFull { get; set; }

    public DbConnection CreateConnection()
    {
        var connection = connections.CreateConnection();
        connection.StateChange += (_, change) =>
        {
            if (change.CurrentState == ConnectionState.Open)
            {
                using var command = connection.CreateCommand();
                command.CommandText = $"PRAGMA max_page_count = {(IsFull ? AsItIs : Unlimited)}";
                command.ExecuteNonQuery();
            }
        };
        return connection;
    }
}
