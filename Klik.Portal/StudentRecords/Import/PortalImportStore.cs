using Klik.ParentAccess.Core.StudentRecords.Import;
using Klik.Portal.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Klik.Portal.StudentRecords.Import;

/// <summary>Fills the built-in student records on SQLite or PostgreSQL.</summary>
internal sealed class PortalImportStore(ParentAccessDbContext context, StoreTransactions transactions) : IImportStore
{
    /// <inheritdoc/>
    public async Task<IImportTransaction> BeginAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var transaction = await transactions.BeginAsync(cancellationToken);
        try
        {
            var loader = Loader();
            await loader.LockAsync(context.SchoolId, cancellationToken);
            return new PortalImportTransaction(context, transaction, loader, now);
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }

    private IImportLoader Loader() => context.Database.GetDbConnection() switch
    {
        SqliteConnection sqlite => new SqliteImportLoader(sqlite, (SqliteTransaction)context.Database.CurrentTransaction!.GetDbTransaction()),
        NpgsqlConnection postgres => new PostgresImportLoader(postgres),
        var other => throw new NotSupportedException($"No import into {other.GetType().Name}."),
    };
}
