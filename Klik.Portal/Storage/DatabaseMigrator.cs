using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Klik.Portal.Storage;

/// <summary>Brings the database up to date at start.</summary>
internal sealed class DatabaseMigrator(ParentAccessDbContext context)
{
    /// <summary>
    /// Makes the database if there is none and applies what is new. Several processes may start at once: one of them works and
    /// the others wait.
    /// </summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        if (context.Database.IsSqlite())
        {
            Directory.CreateDirectory(Path.GetDirectoryName(context.Database.GetDbConnection().DataSource)!);
        }

        if (context.Database.IsNpgsql())
        {
            await MigratePostgresAsync(cancellationToken);
        }
        else
        {
            await context.Database.MigrateAsync(cancellationToken);
        }

        if (context.Database.IsSqlite())
        {
            // Kept in the file from then on: readers do not wait for the writer, nor the writer for readers.
            await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken);
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
            await context.Database.MigrateAsync(cancellationToken);
            await context.Database.ExecuteSqlRawAsync("SELECT pg_advisory_unlock(hashtextextended('parent-access-migration', 0))", cancellationToken);
        }
        finally
        {
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
