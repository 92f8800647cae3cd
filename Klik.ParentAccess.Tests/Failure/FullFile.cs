using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Klik.ParentAccess.Tests.Failure;

/// <summary>Has SQLite say that its disk is full (SQLITE_FULL), by a limit to its file.</summary>
internal sealed class FullFile : DbConnectionInterceptor
{
    private const int Unlimited = 1_073_741_823;

    /// <summary>Whether the file may not grow.</summary>
    public bool IsFull { get; set; }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Limit(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Limit(connection);
        return Task.CompletedTask;
    }

    // One that is too low is the present size.
    private void Limit(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"PRAGMA max_page_count = {(IsFull ? 1 : Unlimited)}";
        command.ExecuteNonQuery();
    }
}
