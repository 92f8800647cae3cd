using Klik.Portal.Settings;
using Klik.Portal.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Klik.ParentAccess.Tests.Storage;

[Trait("Rule", "P7")]
public sealed class MigrationTests : IDisposable
{
    private readonly TemporaryFolder _migratedFolder = new();
    private readonly TemporaryFolder _modelFolder = new();

    public void Dispose()
    {
        _migratedFolder.Dispose();
        _modelFolder.Dispose();
    }

    [Fact]
    public async Task The_migrations_make_on_Sqlite_what_the_model_says()
    {
        await using var migrated = StorageServices.OnSqlite(_migratedFolder);
        await using var model = StorageServices.OnSqlite(_modelFolder);
        Directory.CreateDirectory(_modelFolder.File("App_Data"));

        await AssertSameAsync(migrated, model);
    }

    [Fact]
    public async Task The_migrations_make_on_PostgreSQL_what_the_model_says()
    {
        PostgresDatabase.SkipUnlessThere();
        await using var migratedDatabase = await PostgresDatabase.CreateAsync();
        await using var modelDatabase = await PostgresDatabase.CreateAsync();
        await using var migrated = StorageServices.OnPostgres(_migratedFolder, migratedDatabase!);
        await using var model = StorageServices.OnPostgres(_modelFolder, modelDatabase!);

        await AssertSameAsync(migrated, model);
    }

    [Fact]
    public async Task Processes_that_start_at_once_agree_on_Sqlite()
    {
        await StartAtOnceAsync(() => StorageServices.OnSqlite(_migratedFolder));
    }

    [Fact]
    public async Task Processes_that_start_at_once_agree_on_PostgreSQL()
    {
        PostgresDatabase.SkipUnlessThere();
        await using var database = await PostgresDatabase.CreateAsync();

        await StartAtOnceAsync(() => StorageServices.OnPostgres(_migratedFolder, database!));
    }

    [Fact]
    public async Task No_connection_keeps_the_lock_of_a_migration_that_failed_or_is_through()
    {
        PostgresDatabase.SkipUnlessThere();
        await using var database = await PostgresDatabase.CreateAsync();
        await using var services = StorageServices.OnPostgres(_migratedFolder, database!);
        await ExecuteAsync(services, "CREATE TABLE schools (something_else int)");

        await Assert.ThrowsAsync<SettingException>(() => services.PreparePortalStorageAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, await AdvisoryLocksAsync(services));

        await ExecuteAsync(services, "DROP TABLE schools");
        await services.PreparePortalStorageAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, await AdvisoryLocksAsync(services));
    }

    [Fact]
    public async Task A_process_that_was_killed_while_migrating_stops_nobody()
    {
        await using var services = StorageServices.OnSqlite(_migratedFolder);
        Directory.CreateDirectory(_migratedFolder.File("App_Data"));
        await using (var scope = services.CreateAsyncScope())
        {
            await scope.ServiceProvider.GetRequiredService<ParentAccessDbContext>().Database.ExecuteSqlRawAsync(
                """
                CREATE TABLE "__EFMigrationsLock" ("Id" INTEGER NOT NULL PRIMARY KEY, "Timestamp" TEXT NOT NULL);
                INSERT INTO "__EFMigrationsLock" VALUES (1, '2026-01-01');
                """,
                TestContext.Current.CancellationToken);
        }

        await services.PreparePortalStorageAsync(TestContext.Current.CancellationToken).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }

    private static async Task AssertSameAsync(ServiceProvider migrated, ServiceProvider model)
    {
        await migrated.PreparePortalStorageAsync(TestContext.Current.CancellationToken);
        await using var migratedScope = migrated.CreateAsyncScope();
        await using var modelScope = model.CreateAsyncScope();
        var modelContext = modelScope.ServiceProvider.GetRequiredService<ParentAccessDbContext>();
        await modelContext.Database.EnsureCreatedAsync(TestContext.Current.CancellationToken);

        var expected = await SchemaAsync(modelContext);
        var actual = await SchemaAsync(migratedScope.ServiceProvider.GetRequiredService<ParentAccessDbContext>());

        Assert.NotEmpty(expected);
        Assert.Equal(string.Join('\n', expected), string.Join('\n', actual));
    }

    private static async Task ExecuteAsync(ServiceProvider services, string sql)
    {
        await using var scope = services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ParentAccessDbContext>().Database.ExecuteSqlRawAsync(sql, TestContext.Current.CancellationToken);
    }

    private static async Task<int> AdvisoryLocksAsync(ServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ParentAccessDbContext>().Database
            .SqlQuery<int>($"""
                SELECT count(*)::int AS "Value" FROM pg_locks
                WHERE locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
                """)
            .SingleAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<IReadOnlyList<string>> SchemaAsync(ParentAccessDbContext context)
    {
        await context.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        return await DatabaseSchema.ReadAsync(context.Database.GetDbConnection(), context.Database.IsSqlite());
    }

    private static async Task StartAtOnceAsync(Func<ServiceProvider> start)
    {
        var processes = Enumerable.Range(0, 4).Select(_ => start()).ToList();

        await Task.WhenAll(processes.Select(process => Task.Run(() => process.PreparePortalStorageAsync(TestContext.Current.CancellationToken))));

        foreach (var process in processes)
        {
            await using var scope = process.CreateAsyncScope();
            Assert.Empty(await scope.ServiceProvider.GetRequiredService<ParentAccessDbContext>().Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
            await process.DisposeAsync();
        }
    }
}
