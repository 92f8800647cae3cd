using Klik.Portal.Storage.Connections;

namespace Klik.ParentAccess.Tests.Storage;

/// <summary>Writers of a SQLite file take turns, and what waits together is written to the disk once.</summary>
[Trait("Rule", "P7")]
public sealed class SqliteWriterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly SqliteConnectionPool _pool;
    private readonly SqliteWriter _writer;

    public SqliteWriterTests()
    {
        _pool = new SqliteConnectionPool($"Data Source={_folder.File("data.db")}");
        _writer = new SqliteWriter(_pool);
        using var connection = Open(null);
        Execute(connection, null, "PRAGMA journal_mode = WAL");
        Execute(connection, null, "CREATE TABLE names (name TEXT)");
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _pool.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Nobody_is_told_before_what_waits_together_is_on_the_disk()
    {
        var first = await _writer.EnterAsync(false, Cancel);
        var waiting = _writer.EnterAsync(false, Cancel);

        var told = Write(first, "Anna", keeps: true);
        var second = await waiting;
        var (wasTold, seen) = (told.IsCompleted, Names());
        await Write(second, "Bart", keeps: true);
        await told;

        Assert.Equal((false, 0), (wasTold, seen.Count));
        Assert.Equal(["Anna", "Bart"], Names());
        Assert.Same(first.Batch, second.Batch);
    }

    [Fact]
    public async Task What_one_gives_up_is_undone_without_the_others()
    {
        var turns = await ThreeAsync();

        var first = Write(await turns[0], "Anna", keeps: true);
        var second = Write(await turns[1], "Bart", keeps: false);
        var third = Write(await turns[2], "Cees", keeps: true);
        await Task.WhenAll(first, second, third);

        Assert.Equal(["Anna", "Cees"], Names());
    }

    [Fact]
    public async Task Whoever_stops_waiting_holds_up_nobody()
    {
        using var leaving = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var first = await _writer.EnterAsync(false, Cancel);
        var waiting = _writer.EnterAsync(false, leaving.Token);

        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        await Write(first, "Anna", keeps: true);
        await Write(await _writer.EnterAsync(false, Cancel), "Bart", keeps: true);

        Assert.Equal(["Anna", "Bart"], Names());
    }

    [Fact]
    public async Task Nobody_waits_for_work_that_takes_long()
    {
        var first = await _writer.EnterAsync(false, Cancel);
        var waiting = _writer.EnterAsync(isAlone: true, Cancel);

        await Write(first, "Anna", keeps: true);
        var seen = Names();
        await Write(await waiting, "Bart", keeps: true);

        Assert.Equal(["Anna"], seen);
        Assert.Equal(["Anna", "Bart"], Names());
    }

    private async Task<Task<WriteTurn>[]> ThreeAsync() =>
        [Task.FromResult(await _writer.EnterAsync(false, Cancel)), _writer.EnterAsync(false, Cancel), _writer.EnterAsync(false, Cancel)];

    private Task Write(WriteTurn turn, string name, bool keeps)
    {
        using (var connection = Open(turn))
        using (var transaction = connection.BeginTransaction())
        {
            Execute(connection, transaction, $"INSERT INTO names (name) VALUES ('{name}')");
            if (keeps)
            {
                transaction.Commit();
            }
        }

        if (keeps)
        {
            return turn.CommitAsync();
        }

        turn.Leave();
        return Task.CompletedTask;
    }

    private List<string> Names()
    {
        using var connection = Open(null);
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT name FROM names ORDER BY name";
        using var reader = command.ExecuteReader();
        var names = new List<string>();
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }

    private PooledSqliteConnection Open(WriteTurn? turn)
    {
        var connection = new PooledSqliteConnection(_pool);
        if (turn is not null)
        {
            connection.Take(turn);
        }

        connection.Open();
        return connection;
    }

    private static void Execute(PooledSqliteConnection connection, System.Data.Common.DbTransaction? transaction, string sql)
    {
        using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
