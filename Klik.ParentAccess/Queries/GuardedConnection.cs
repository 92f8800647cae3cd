using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace Klik.ParentAccess.Queries;

/// <summary>A connection whose commands are <see cref="GuardedCommand"/>s.</summary>
internal sealed class GuardedConnection(DbConnection connection) : DbConnection
{
    [AllowNull]
    public override string ConnectionString { get => connection.ConnectionString; set => connection.ConnectionString = value; }

    public override string Database => connection.Database;

    public override string DataSource => connection.DataSource;

    public override string ServerVersion => connection.ServerVersion;

    public override ConnectionState State => connection.State;

    public override void ChangeDatabase(string databaseName) => connection.ChangeDatabase(databaseName);

    public override void Open() => connection.Open();

    public override Task OpenAsync(CancellationToken cancellationToken) => connection.OpenAsync(cancellationToken);

    public override void Close() => connection.Close();

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) => connection.BeginTransaction(isolationLevel);

    protected override ValueTask<DbTransaction> BeginDbTransactionAsync(IsolationLevel isolationLevel, CancellationToken cancellationToken) =>
        connection.BeginTransactionAsync(isolationLevel, cancellationToken);

    protected override DbCommand CreateDbCommand() => new GuardedCommand(this, connection.CreateCommand());

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            connection.Dispose();
        }

        base.Dispose(disposing);
    }
}
