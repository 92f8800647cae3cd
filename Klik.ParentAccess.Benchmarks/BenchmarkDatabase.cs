using Klik.Portal.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace Klik.ParentAccess.Benchmarks;

/// <summary>A database that is measured.</summary>
/// <param name="Name">What it is called in the figures.</param>
/// <param name="Folder">Where its keys are, and its file if it is one.</param>
/// <param name="Provider">What the portal's setting calls it.</param>
/// <param name="ConnectionString">How it is reached.</param>
internal sealed record BenchmarkDatabase(string Name, string Folder, string Provider, string ConnectionString)
{
    private const string Variable = "ConnectionStrings__ParentAccess";

    // As a school runs it. Nobody is mailed, and nobody signs in at a provider.
    private static readonly string[] InProduction =
    [
        "--environment=Production",
        "--ParentAccess:PublicUrl=http://localhost",
        "--ParentAccess:StudentSignIn:Authority=https://school.example",
        "--ParentAccess:StudentSignIn:ClientId=benchmark",
        "--ParentAccess:StudentSignIn:ClientSecret=benchmark",
        "--ParentAccess:Providers:Google:ClientId=benchmark",
        "--ParentAccess:Providers:Google:ClientSecret=benchmark",
        "--Mail:Host=localhost",
        "--Mail:From=klik@school.example",
    ];

    /// <summary>How the portal reaches it, as command-line arguments.</summary>
    public string[] Settings =>
    [
        $"--Database:Provider={Provider}",
        $"--ConnectionStrings:ParentAccess={ConnectionString}",
        $"--ParentAccess:KeysPath={Path.Combine(Folder, "keys")}",
    ];

    /// <summary>Measures on SQLite always, and on PostgreSQL where the environment names a server.</summary>
    /// <param name="name">What the database is called: the same name is the same data, where it is kept.</param>
    /// <param name="measure">What is measured.</param>
    public static Task ForEachAsync(string name, Func<BenchmarkDatabase, Task> measure) => ForEachAsync([name], databases => measure(databases[0]));

    /// <summary>Likewise, with several databases of a kind side by side.</summary>
    public static async Task ForEachAsync(IReadOnlyList<string> names, Func<IReadOnlyList<BenchmarkDatabase>, Task> measure)
    {
        using var folder = new BenchmarkFolder();
        await measure([.. names.Select(name => new BenchmarkDatabase("SQLite", folder.Path, "Sqlite", $"Data Source={Path.Combine(folder.Path, $"{name}.db")}"))]);
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } server)
        {
            return;
        }

        await using var source = NpgsqlDataSource.Create(server);
        var made = new List<string>();
        try
        {
            foreach (var name in names)
            {
                // A database of its own, so that nothing that is there is touched.
                var database = BenchmarkFolder.IsKept ? $"klik_{name}" : $"klik_{name}_{Environment.ProcessId}";
                if (!await ExistsAsync(source, database))
                {
                    await ExecuteAsync(source, $"CREATE DATABASE {database}");
                }

                made.Add(database);
            }

            await measure([.. made.Select(database => new BenchmarkDatabase(
                "PostgreSQL", folder.Path, "PostgreSql", new NpgsqlConnectionStringBuilder(server) { Database = database }.ConnectionString))]);
        }
        finally
        {
            foreach (var database in BenchmarkFolder.IsKept ? [] : made)
            {
                await ExecuteAsync(source, $"DROP DATABASE {database} WITH (FORCE)");
            }
        }
    }

    /// <summary>The portal on this database, with its store ready; not started.</summary>
    /// <param name="more">Further settings.</param>
    public Task<WebApplication> BuildPortalAsync(params ReadOnlySpan<string> more) => PortalApplication.BuildAsync(
        [.. Settings, .. InProduction, $"--contentRoot={Folder}", "--applicationName=Klik.Portal", .. more],
        builder => builder.Logging.ClearProviders());

    /// <summary>Forgets everything, such as what is left of a run that was interrupted.</summary>
    public async Task EmptyAsync()
    {
        if (Provider == "Sqlite")
        {
            var file = new SqliteConnectionStringBuilder(ConnectionString).DataSource;
            foreach (var part in (string[])[file, $"{file}-wal", $"{file}-shm"])
            {
                File.Delete(part);
            }

            return;
        }

        await using var source = NpgsqlDataSource.Create(ConnectionString);
        await ExecuteAsync(source, "DROP SCHEMA public CASCADE");
        await ExecuteAsync(source, "CREATE SCHEMA public");
    }

    private static async Task<bool> ExistsAsync(NpgsqlDataSource source, string database)
    {
        await using var find = source.CreateCommand("SELECT count(*) FROM pg_database WHERE datname = $1");
        find.Parameters.Add(new NpgsqlParameter { Value = database });
        return (long)(await find.ExecuteScalarAsync())! == 1;
    }

    private static async Task ExecuteAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
