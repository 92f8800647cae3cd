using Microsoft.EntityFrameworkCore;

namespace Klik.Portal.Storage;

/// <summary>Brings the database up to date at start.</summary>
internal sealed class DatabaseMigrator(ParentAccessDbContext context)
{
    /// <summary>
    /// Makes the database if there is none and applies what is new. Several processes may start at once: EF Core's migration
    /// lock lets one of them work and the others wait.
    /// </summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        if (context.Database.IsSqlite())
        {
            Directory.CreateDirectory(Path.GetDirectoryName(context.Database.GetDbConnection().DataSource)!);
        }

        await context.Database.MigrateAsync(cancellationToken);
        if (context.Database.IsSqlite())
        {
            // Kept in the file from then on: readers do not wait for the writer, nor the writer for readers.
            await context.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL", cancellationToken);
        }
    }
}
