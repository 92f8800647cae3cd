using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Klik.Portal.Storage;

/// <summary>Sets up every SQLite connection that is opened.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    // busy_timeout: another process may be writing (within this one, WriteGate queues).
    // secure_delete: what is deleted is overwritten in the file (rule I13).
    // synchronous FULL: an accepted request survives a power cut (rule P7); with write-ahead logging, NORMAL would not promise that.
    // journal_size_limit: a large import makes a large journal; it gives the disk back afterwards.
    private const string Pragmas =
        "PRAGMA busy_timeout = 5000; PRAGMA secure_delete = ON; PRAGMA synchronous = FULL; PRAGMA journal_size_limit = 67108864;";

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Apply(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        // SQLite does its work on the calling thread either way.
        Apply(connection);
        return Task.CompletedTask;
    }

    private static void Apply(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }
}
