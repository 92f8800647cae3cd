using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Klik.Portal.Storage;

/// <summary>Statements written by hand, in the transaction of the context: those of which one request needs many.</summary>
internal static class WrittenStatement
{
    /// <summary>Runs a statement that changes something.</summary>
    /// <param name="context">The context.</param>
    /// <param name="fill">Gives the command its text and parameters.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>How many rows were changed.</returns>
    public static async Task<int> ExecuteAsync(this ParentAccessDbContext context, Action<DbCommand> fill, CancellationToken cancellationToken)
    {
        var database = context.Database;
        await database.OpenConnectionAsync(cancellationToken);
        try
        {
            await using var command = database.GetDbConnection().CreateCommand();
            command.Transaction = database.CurrentTransaction?.GetDbTransaction();
            fill(command);
            return await command.ExecuteNonQueryAsync(cancellationToken);
        }
        finally
        {
            await database.CloseConnectionAsync();
        }
    }

    /// <summary>Likewise, with a text and the values of its parameters.</summary>
    public static Task<int> ExecuteAsync(
        this ParentAccessDbContext context, string sql, (string Name, object Value)[] parameters, CancellationToken cancellationToken) =>
        context.ExecuteAsync(
            command =>
            {
                command.CommandText = sql;
                foreach (var (name, value) in parameters)
                {
                    var parameter = command.CreateParameter();
                    parameter.ParameterName = name;
                    parameter.Value = value;
                    command.Parameters.Add(parameter);
                }
            },
            cancellationToken);
}
