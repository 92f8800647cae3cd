using System.Data.Common;
using Klik.ParentAccess.Records;

namespace Klik.Portal.Storage.Connections;

/// <summary>The transaction that is open in a scope, if there is one: whoever looks something up then does so in it.</summary>
internal sealed class ScopeTransaction(ReadConnections connections)
{
    private DbTransaction? _transaction;

    /// <summary>A transaction begins, or ends.</summary>
    public void Set(DbTransaction? transaction) => _transaction = transaction;

    /// <summary>The connection of the transaction, or else one for the moment.</summary>
    public async ValueTask<RecordConnection> OpenAsync(CancellationToken cancellationToken)
    {
        if (_transaction is { Connection: { } connection })
        {
            return new RecordConnection(connection, _transaction);
        }

        var opened = await connections.OpenAsync(cancellationToken);
        return new RecordConnection(opened, null, opened.DisposeAsync);
    }
}
