using System.Data.Common;
using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Records;
using Klik.Portal.Storage.Connections;

namespace Klik.Portal.Storage;

/// <summary>
/// Runs statements that are written by hand, in the transaction of the scope or else for themselves: those of which one request
/// needs many, because Entity Framework takes longer to make a statement than the database to run it.
/// </summary>
internal sealed partial class Statements(ScopeTransaction transaction, ICurrentSchool school, RowInserts inserts, ILogger<Statements> logger)
{
    private const string School = "@school";

    /// <summary>The present school, for rows that are written.</summary>
    /// <exception cref="InvalidOperationException">The scope works for no school.</exception>
    public string SchoolId => school.School.Id.Value;

    /// <summary>Runs one that changes something.</summary>
    /// <returns>How many rows were changed.</returns>
    public async Task<int> ExecuteAsync(Statement statement, CancellationToken cancellationToken)
    {
        await using var connection = await transaction.OpenAsync(cancellationToken);
        await using var command = Command(connection, null, statement);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Inserts a row unless a key or unique index says that it is there; waits for another transaction that is just
    /// inserting it.</summary>
    /// <param name="row">The row, with its school.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="first">What is done before, in the same round trip; it changes nothing.</param>
    /// <returns>True when the row was inserted by this call.</returns>
    public async Task<bool> TryInsertAsync<TRow>(TRow row, CancellationToken cancellationToken, Statement? first = null)
        where TRow : class
    {
        await using var connection = await transaction.OpenAsync(cancellationToken);
        await using var command = first is null ? connection.Command("") : Command(connection, null, first);
        inserts.Append(command, row);
        LogStatement(logger, command.CommandText);
        return await command.ExecuteNonQueryAsync(cancellationToken) == 1;
    }

    /// <summary>The first row that one finds.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="read">Reads a row.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="first">What is done before, in the same round trip.</param>
    /// <returns>Null when there is none.</returns>
    public async Task<T?> FirstAsync<T>(Statement statement, Func<DbDataReader, T> read, CancellationToken cancellationToken, Statement? first = null)
        where T : class
    {
        await using var connection = await transaction.OpenAsync(cancellationToken);
        await using var command = Command(connection, first, statement);
        await using var reader = await ReadAsync(command, first, cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? read(reader) : null;
    }

    /// <summary>All rows that one finds.</summary>
    public async Task<List<T>> ListAsync<T>(Statement statement, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var connection = await transaction.OpenAsync(cancellationToken);
        await using var command = Command(connection, null, statement);
        await using var reader = await ReadAsync(command, null, cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>Whether one finds a row.</summary>
    public async Task<bool> AnyAsync(Statement statement, CancellationToken cancellationToken)
    {
        await using var connection = await transaction.OpenAsync(cancellationToken);
        await using var command = Command(connection, null, statement);
        await using var reader = await ReadAsync(command, null, cancellationToken);
        return await reader.ReadAsync(cancellationToken);
    }

    private static async Task<DbDataReader> ReadAsync(DbCommand command, Statement? first, CancellationToken cancellationToken)
    {
        var reader = await command.ExecuteReaderAsync(cancellationToken);
        if (first is null)
        {
            return reader;
        }

        try
        {
            if (!await reader.ReadAsync(cancellationToken) && first.NothingFound is { } problem)
            {
                throw new InvalidOperationException(problem);
            }

            await reader.NextResultAsync(cancellationToken);
            return reader;
        }
        catch
        {
            await reader.DisposeAsync();
            throw;
        }
    }

    private DbCommand Command(RecordConnection connection, Statement? first, Statement statement)
    {
        var command = connection.Command(first is null ? statement.Sql : $"{first.Sql};\n{statement.Sql}", (School, SchoolId));
        Add(command, statement);
        if (first is not null)
        {
            Add(command, first);
        }

        LogStatement(logger, command.CommandText);
        return command;
    }

    private static void Add(DbCommand command, Statement statement)
    {
        if (!statement.Sql.Contains(School, StringComparison.Ordinal))
        {
            throw new ArgumentException("A statement says of which school.", nameof(statement));
        }

        foreach (var (name, value) in statement.Parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value ?? DBNull.Value;
            command.Parameters.Add(parameter);
        }
    }

    [LoggerMessage(3101, LogLevel.Debug, "{Statement}")]
    private static partial void LogStatement(ILogger logger, string statement);
}
