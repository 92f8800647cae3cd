using Klik.Portal.Storage.Connections;

namespace Klik.ParentAccess.Tests.Failure;

/// <summary>Has SQLite say that its disk is full (SQLITE_FULL), by a limit to its file on every connection that a portal has.</summary>
internal static class FullFile
{
    private const int Unlimited = 1_073_741_823;

    // One that is too low is the present size.
    private const int AsItIs = 1;

    // As many as the pool keeps, so that no request gets another one.
    private const int Connections = 32;

    private static readonly TimeSpan Meanwhile = TimeSpan.FromMilliseconds(200);

    public static async Task LimitAsync(SqliteConnectionPool pool, bool isFull)
    {
        var connections = Rent(pool);

        // What a worker had at that moment comes back meanwhile; the pool lets go of all but as many as it keeps.
        await Task.Delay(Meanwhile, TestContext.Current.CancellationToken);
        connections.AddRange(Rent(pool));
        foreach (var connection in connections)
        {
            using (var command = connection.CreateCommand())
            {
                command.CommandText = $"PRAGMA max_page_count = {(isFull ? AsItIs : Unlimited)}";
                command.ExecuteNonQuery();
            }

            pool.Return(connection);
        }
    }

    private static List<PreparingSqliteConnection> Rent(SqliteConnectionPool pool) => [.. Enumerable.Range(0, Connections).Select(_ => pool.Rent())];
}
