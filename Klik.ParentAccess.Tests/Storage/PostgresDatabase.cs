using Npgsql;

namespace Klik.ParentAccess.Tests.Storage;

/// <summary>
/// A PostgreSQL database of its own, on the server that <c>KLIK_TEST_POSTGRES</c> names (a connection string of a role that may
/// create databases), dropped at the end.
/// </summary>
public sealed class PostgresDatabase : IAsyncDisposable
{
    public const string Variable = "KLIK_TEST_POSTGRES";

    private readonly string _server;
    private readonly string _name;

    private PostgresDatabase(string server, string name)
    {
        _server = server;
        _name = name;
        ConnectionString = new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
    }

    public string ConnectionString { get; }

    /// <summary>Skips the test that runs when there is no server.</summary>
    public static void SkipUnlessThere()
    {
        if (Server is null)
        {
            Assert.Skip($"{Variable} names no PostgreSQL server.");
        }
    }

    /// <summary>Makes an empty database; null when there is no server.</summary>
    public static async Task<PostgresDatabase?> CreateAsync()
    {
        if (Server is not { } server)
        {
            return null;
        }

        var database = new PostgresDatabase(server, $"klik_test_{Guid.CreateVersion7(TimeProvider.System.GetUtcNow()):N}");
        await database.OnServerAsync("CREATE DATABASE");
        return database;
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        await OnServerAsync("DROP DATABASE", " WITH (FORCE)");
    }

    private static string? Server => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } server ? server : null;

    private async Task OnServerAsync(string verb, string options = "")
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_server) { Database = "postgres", Pooling = false }.ConnectionString);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"{verb} \"{_name}\"{options}";
        await command.ExecuteNonQueryAsync();
    }
}
