using System.Data.Common;

namespace Klik.ParentAccess.Records;

/// <summary>An open connection for a while.</summary>
/// <param name="connection">The connection; not closed here.</param>
/// <param name="transaction">The transaction that its statements take part in, if there is one.</param>
/// <param name="giveBack">What the host does when it is no longer needed.</param>
public sealed class RecordConnection(DbConnection connection, DbTransaction? transaction, Func<ValueTask>? giveBack = null) : IAsyncDisposable
{
    /// <summary>The connection.</summary>
    public DbConnection Connection => connection;

    /// <summary>Makes a statement.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="parameters">The values of those of its parameters that it has; numbers, strings.</param>
    public DbCommand Command(string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }

        return command;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => giveBack?.Invoke() ?? ValueTask.CompletedTask;
}
