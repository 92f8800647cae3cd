using System.Data.Common;
using Klik.ParentAccess.Records;

namespace Klik.Portal.Storage;

/// <summary>Statements on a connection: several go to a server in one round trip, and to SQLite one after the other.</summary>
/// <param name="connection">Given back at the end.</param>
/// <param name="statements">The statements with all of their parameters, at least one.</param>
internal sealed class StatementRun(RecordConnection connection, IReadOnlyList<Statement> statements) : IAsyncDisposable
{
    private readonly List<IAsyncDisposable> _made = [];

    /// <summary>Runs them.</summary>
    /// <returns>How many rows the last one changed.</returns>
    public async Task<int> ExecuteAsync(CancellationToken cancellationToken)
    {
        if (statements.Count > 1 && connection.Connection.CanCreateBatch)
        {
            var batch = Batch();
            await batch.ExecuteNonQueryAsync(cancellationToken);
            return batch.BatchCommands[^1].RecordsAffected;
        }

        for (var index = 0; index < statements.Count - 1; index++)
        {
            await Command(statements[index]).ExecuteNonQueryAsync(cancellationToken);
        }

        return await Command(statements[^1]).ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Runs them and gives what those that find rows find.</summary>
    public Task<DbDataReader> ReadAsync(CancellationToken cancellationToken) => statements.Count == 1
        ? Command(statements[0]).ExecuteReaderAsync(cancellationToken)
        : Batch().ExecuteReaderAsync(cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var made in _made)
        {
            await made.DisposeAsync();
        }

        await connection.DisposeAsync();
    }

    private DbBatch Batch()
    {
        var batch = connection.Connection.CreateBatch();
        _made.Add(batch);
        foreach (var statement in statements)
        {
            var command = batch.CreateBatchCommand();
            command.CommandText = statement.Sql;
            Add(command.Parameters, command.CreateParameter, statement);
            batch.BatchCommands.Add(command);
        }

        return batch;
    }

    private DbCommand Command(Statement statement)
    {
        var command = connection.Command(statement.Sql);
        _made.Add(command);
        Add(command.Parameters, command.CreateParameter, statement);
        return command;
    }

    private static void Add(DbParameterCollection parameters, Func<DbParameter> create, Statement statement)
    {
        foreach (var (name, value) in statement.Parameters)
        {
            var parameter = create();
            (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
            parameters.Add(parameter);
        }
    }
}
