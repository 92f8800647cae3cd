using Klik.ParentAccess.Core.StudentRecords.Import;
using Npgsql;

namespace Klik.ParentAccess.Records.Import;

/// <summary>Fills the built-in student records on SQLite or PostgreSQL.</summary>
internal sealed class SqlImportStore(IRecordDatabase database, ImportTables tables) : IImportStore
{
    /// <inheritdoc/>
    public async Task<IImportTransaction> BeginAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var transaction = await database.BeginImportAsync(cancellationToken);
        try
        {
            var connection = await database.OpenAsync(cancellationToken);
            try
            {
                var commands = new ImportCommands(connection, database.SchoolId, now);
                IImportLoader loader = connection.Connection is NpgsqlConnection postgres ? new PostgresImportLoader(postgres) : new SqliteImportLoader(commands);
                await loader.LockAsync(database.SchoolId, cancellationToken);
                return new SqlImportTransaction(transaction, connection, commands, tables, loader);
            }
            catch
            {
                await connection.DisposeAsync();
                throw;
            }
        }
        catch
        {
            await transaction.DisposeAsync();
            throw;
        }
    }
}
