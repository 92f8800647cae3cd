using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Klik.ParentAccess.Indexes;
using Klik.ParentAccess.Services.Storage;

namespace Klik.ParentAccess.Queries;

/// <summary>A command that does not take SQL which names a table of ours. Names cannot be put together within SQL.</summary>
internal sealed class GuardedCommand(DbConnection connection, DbCommand command) : DbCommand
{
    private static readonly string[] Ours = [TableName.Start, nameof(InvitationPartIndex), nameof(LetterPartIndex)];

    /// <exception cref="InvalidOperationException">The text names a table of ours.</exception>
    [AllowNull]
    public override string CommandText
    {
        get => command.CommandText;
        set => command.CommandText = value is null || !NamesOurs(value)
            ? value
            : throw new InvalidOperationException("The tables of parent access are not for queries.");
    }

    public override int CommandTimeout { get => command.CommandTimeout; set => command.CommandTimeout = value; }

    public override CommandType CommandType { get => command.CommandType; set => command.CommandType = value; }

    public override bool DesignTimeVisible { get => command.DesignTimeVisible; set => command.DesignTimeVisible = value; }

    public override UpdateRowSource UpdatedRowSource { get => command.UpdatedRowSource; set => command.UpdatedRowSource = value; }

    protected override DbConnection? DbConnection
    {
        get => connection;
        set => throw new NotSupportedException("The command stays with its connection.");
    }

    protected override DbParameterCollection DbParameterCollection => command.Parameters;

    protected override DbTransaction? DbTransaction { get => command.Transaction; set => command.Transaction = value; }

    public override void Cancel() => command.Cancel();

    public override int ExecuteNonQuery() => command.ExecuteNonQuery();

    public override Task<int> ExecuteNonQueryAsync(CancellationToken cancellationToken) => command.ExecuteNonQueryAsync(cancellationToken);

    public override object? ExecuteScalar() => command.ExecuteScalar();

    public override Task<object?> ExecuteScalarAsync(CancellationToken cancellationToken) => command.ExecuteScalarAsync(cancellationToken);

    public override void Prepare() => command.Prepare();

    protected override DbParameter CreateDbParameter() => command.CreateParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => command.ExecuteReader(behavior);

    protected override Task<DbDataReader> ExecuteDbDataReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken) =>
        command.ExecuteReaderAsync(behavior, cancellationToken);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            command.Dispose();
        }

        base.Dispose(disposing);
    }

    private static bool NamesOurs(string sql) =>
        Ours.Any(name => sql.Contains(name, StringComparison.OrdinalIgnoreCase));
}
