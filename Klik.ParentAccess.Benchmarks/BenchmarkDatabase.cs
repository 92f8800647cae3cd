using Npgsql;

namespace Klik.ParentAccess.Benchmarks;

/// <summary>The databases that are measured: SQLite always, PostgreSQL where the environment names a server.</summary>
/// <param name="Name">The database's name in the figures.</param>
/// <param name="Settings">How the portal reaches it, as command-line arguments.</param>
internal sealed record BenchmarkDatabase(string Name, string[] Settings)
{
    private const string Variable = "ConnectionStrings__ParentAccess";

    public static async Task<IReadOnlyList<BenchmarkDatabase>> AllAsync(string folder)
    {
        List<BenchmarkDatabase> databases = [new("SQLite", ["--Database:Provider=Sqlite", $"--ConnectionStrings:ParentAccess=Data Source={Path.Combine(folder, "benchmark.db")}"])];
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } server)
        {
            // A database of its own, so that nothing that is there is touched.
            var name = BenchmarkFolder.IsKept ? "klik_benchmark" : $"klik_benchmark_{Environment.ProcessId}";
            await using (var source = NpgsqlDataSource.Create(server))
            {
                await using var find = source.CreateCommand($"SELECT count(*) FROM pg_database WHERE datname = '{name}'");
                if ((long)(await find.ExecuteScalarAsync())! == 0)
                {
                    await using var create = source.CreateCommand($"CREATE DATABASE {name}");
                    await create.ExecuteNonQueryAsync();
                }
            }

            var connection = new NpgsqlConnectionStringBuilder(server) { Database = name }.ConnectionString;
            databases.Add(new BenchmarkDatabase("PostgreSQL", ["--Database:Provider=PostgreSql", $"--ConnectionStrings:ParentAccess={connection}"]));
        }

        return databases;
    }
}
