using System.Diagnostics;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Schools;
using Klik.Portal.Schools;
using Klik.Portal.Storage;
using Klik.Portal.StudentRecords;
using Klik.Portal.Students;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Klik.ParentAccess.Benchmarks.Seeding;

/// <summary>Makes the school that is measured, past the rules and in the order of the tables, so that millions of rows take minutes.</summary>
internal static class SeededDatabase
{
    /// <summary>The seeded school.</summary>
    public static readonly School School = new(SchoolId.Parse("benchmark"), "Benchmark");

    private const string Made = "seeded";

    /// <summary>Measures a school of a size on each database; it is made first, unless it is kept from an earlier run.</summary>
    public static Task ForEachAsync(int students, Func<BenchmarkDatabase, Task> measure) => ForEachAsync([students], databases => measure(databases[0]));

    /// <summary>Likewise, with schools of several sizes side by side, in the order of the sizes.</summary>
    public static Task ForEachAsync(IReadOnlyList<int> sizes, Func<IReadOnlyList<BenchmarkDatabase>, Task> measure) =>
        BenchmarkDatabase.ForEachAsync([.. sizes.Select(students => $"benchmark_{students}")], async databases =>
        {
            foreach (var (database, students) in databases.Zip(sizes))
            {
                await MakeAsync(database, students);
            }

            await measure(databases);
        });

    /// <summary>Makes the school, unless it is there.</summary>
    public static async Task MakeAsync(BenchmarkDatabase database, int students)
    {
        var mark = Path.Combine(database.Folder, $"{database.Name}-{students}.{Made}");
        if (File.Exists(mark))
        {
            return;
        }

        await database.EmptyAsync();
        await using var portal = await database.BuildPortalAsync();
        await using var scope = portal.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentSchool>().Set(School);
        var context = scope.ServiceProvider.GetRequiredService<ParentAccessDbContext>();
        var plan = new SeedPlan(students);
        var began = Stopwatch.GetTimestamp();
        var rows = await LoadAsync(database, context, new SeededRows(School.Id.Value, plan, scope.ServiceProvider.GetRequiredService<PersonalData>()));
        Figure.Print(
            $"seed-{students}",
            Stopwatch.GetElapsedTime(began).TotalSeconds,
            "s",
            $"{rows} rows; {plan.InEachSubject * 12} results a student{(plan.IsPartly ? ", 240 of those measured" : "")}",
            database.Name);
        await File.WriteAllTextAsync(mark, "");
    }

    /// <summary>Copies rows into their tables the way that databases are fastest at, each table in a transaction of its own.</summary>
    public static Task<long> CopyAsync(
        BenchmarkDatabase database,
        ParentAccessDbContext context,
        IEnumerable<StoredLineItem> lineItems,
        IEnumerable<StudentRow> students,
        IEnumerable<StoredResult> results) =>
        WithLoaderAsync(
            database,
            context,
            "PRAGMA synchronous = FULL;",
            async loader => await LoadAsync(loader, context, lineItems) + await LoadAsync(loader, context, students) + await LoadAsync(loader, context, results));

    // A journal would be written as well as the database; whoever interrupts this begins anew.
    private static Task<long> LoadAsync(BenchmarkDatabase database, ParentAccessDbContext context, SeededRows rows) =>
        WithLoaderAsync(
            database,
            context,
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -400000;",
            loader => LoadAsync(loader, context, rows));

    private static async Task<long> WithLoaderAsync(BenchmarkDatabase database, ParentAccessDbContext context, string pragmas, Func<IBulkLoader, Task<long>> load)
    {
        if (!context.Database.IsSqlite())
        {
            await using var postgres = new NpgsqlConnection(database.ConnectionString);
            await postgres.OpenAsync();
            return await load(new PostgresBulkLoader(postgres));
        }

        await using var sqlite = new SqliteConnection(new SqliteConnectionStringBuilder(database.ConnectionString) { Pooling = false }.ConnectionString);
        await sqlite.OpenAsync();
        await ExecuteAsync(sqlite, pragmas);
        var count = await load(new SqliteBulkLoader(sqlite));
        await ExecuteAsync(sqlite, "PRAGMA journal_mode = WAL;");
        return count;
    }

    private static async Task<long> LoadAsync(IBulkLoader loader, ParentAccessDbContext context, SeededRows rows) =>
        await LoadAsync(loader, context, [SchoolRow.From(School)])
        + await LoadAsync(loader, context, rows.Catalogue())
        + await LoadAsync(loader, context, rows.LineItems())
        + await LoadAsync(loader, context, rows.LearningLines())
        + await LoadAsync(loader, context, rows.Activities())
        + await LoadAsync(loader, context, rows.Students())
        + await LoadAsync(loader, context, rows.Results())
        + await LoadAsync(loader, context, rows.Progress())
        + await LoadAsync(loader, context, rows.Accounts())
        + await LoadAsync(loader, context, rows.Logins())
        + await LoadAsync(loader, context, rows.Links())
        + await LoadAsync(loader, context, rows.Views())
        + await LoadAsync(loader, context, rows.Letters());

    private static async Task<long> LoadAsync<TRow>(IBulkLoader loader, ParentAccessDbContext context, IEnumerable<TRow> rows)
        where TRow : class
    {
        var bulk = new BulkRows<TRow>(context);
        long count = 0;
        await loader.LoadAsync(bulk.Table, bulk.Columns, rows.Select(row =>
        {
            count++;
            return bulk.Values(row);
        }));
        return count;
    }

    private static async Task ExecuteAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
