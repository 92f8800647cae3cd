using System.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Klik.Portal.Storage;

/// <summary>Brings the database up to date at start.</summary>
internal sealed class DatabaseMigrator(ParentAccessDbContext context)
{
    private static readonly TimeSpan Wait = TimeSpan.FromMilliseconds(50);

    /// <summary>
    /// Makes the database if there is none and applies what is new. Several processes may start at once: one of them works and
    /// the others wait.
    /// </summary>
    public Task MigrateAsync(CancellationToken cancellationToken) =>
        context.Database.IsSqlite() ? MigrateSqliteAsync(cancellationToken) : MigratePostgresAsync(cancellationToken);

    private async Task MigrateSqliteAsync(CancellationToken cancellationToken)
    {
        var file = context.Database.GetDbConnection().DataSource;
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await using var turn = await TakeTurnAsync($"{file}.migrating", cancellationToken);
        if (!(await context.Database.GetPendingMigrationsAsync(cancellationToken)).Any())
        {
            return;
        }

        // EF Core's own lock on SQLite is a row in this table, which a process that is killed leaves behind, and everybody would
        // wait for it for ever. Whoever has the turn knows that nobody is at work.
        await context.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS \"__EFMigrationsLock\"", cancellationToken);
        await context.Database.MigrateAsync(cancellationToken);

        // Kept in the file from then on: readers do not wait for the writer, nor the writer for readers.
        await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken);
    }

    /// <summary>Holds a file that one process at a time can hold; the system lets go of it when the process ends in whatever way.</summary>
    private static async Task<FileStream> TakeTurnAsync(string path, CancellationToken cancellationToken)
    {
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(path))
            {
                await Task.Delay(Wait, cancellationToken);
            }
        }
    }

    // EF Core's own lock on PostgreSQL ends with each migration's transaction, so that a second process could step in between two
    // migrations. This one lasts for all of them.
    private async Task MigratePostgresAsync(CancellationToken cancellationToken)
    {
        await CreatePostgresAsync(cancellationToken);
        await context.Database.OpenConnectionAsync(cancellationToken);
        try
        {
            await context.Database.ExecuteSqlRawAsync("SELECT pg_advisory_lock(hashtextextended('parent-access-migration', 0))", cancellationToken);
            // Otherwise EF Core finds out that the table is missing by a query that fails, and logs that as an error.
            await context.GetService<IHistoryRepository>().CreateIfNotExistsAsync(cancellationToken);
            await context.Database.MigrateAsync(cancellationToken);
        }
        finally
        {
            // The connection goes on to others; a broken one has given the lock back.
            if (context.Database.GetDbConnection().State == ConnectionState.Open)
            {
                await context.Database.ExecuteSqlRawAsync("SELECT pg_advisory_unlock_all()", CancellationToken.None);
            }

            await context.Database.CloseConnectionAsync();
        }
    }

    private async Task CreatePostgresAsync(CancellationToken cancellationToken)
    {
        var creator = context.GetService<IRelationalDatabaseCreator>();
        try
        {
            if (!await creator.ExistsAsync(cancellationToken))
            {
                await creator.CreateAsync(cancellationToken);
            }
        }
        catch (PostgresException exception) when (exception.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another process was first.
        }
    }
}
