using System.Data;
using System.Data.Common;
using Klik.ParentAccess.Records;

namespace Klik.Portal.Storage.Connections;

/// <summary>
/// The connection of a scope and the transaction on it, if one is open. Entity Framework uses the same connection, and so takes part
/// in the transaction; it is made only where something needs it.
/// </summary>
internal sealed class ScopeTransaction(ConnectionSource connections) : IAsyncDisposable, IDisposable
{
    private DbConnection? _connection;
    private DbTransaction? _transaction;

    /// <summary>Whether the database is PostgreSQL.</summary>
    public bool IsPostgres => connections.IsPostgres;

    /// <summary>The connection of the scope; open only while it is used.</summary>
    public DbConnection Connection => _connection ??= connections.Create();

    /// <summary>Whether a transaction is open.</summary>
    public bool IsOpen => _transaction is not null;

    /// <summary>Begins a transaction.</summary>
    /// <exception cref="InvalidOperationException">The scope has one already.</exception>
    public async Task BeginAsync(CancellationToken cancellationToken)
    {
        if (IsOpen)
        {
            throw new InvalidOperationException("The scope has a transaction already.");
        }

        await Connection.OpenAsync(cancellationToken);
        try
        {
            _transaction = await Connection.BeginTransactionAsync(IsPostgres ? IsolationLevel.ReadCommitted : IsolationLevel.Unspecified, cancellationToken);
        }
        catch
        {
            await Connection.CloseAsync();
            throw;
        }
    }

    /// <summary>Makes everything of it happen.</summary>
    public Task CommitAsync(CancellationToken cancellationToken) =>
        (_transaction ?? throw new InvalidOperationException("No transaction is open.")).CommitAsync(cancellationToken);

    /// <summary>Ends it, if it is open. What was not committed did not happen.</summary>
    public async ValueTask EndAsync()
    {
        if (_transaction is { } transaction)
        {
            _transaction = null;
            await transaction.DisposeAsync();
            await Connection.CloseAsync();
        }
    }

    /// <summary>The connection of the transaction, or else one for the moment.</summary>
    public async ValueTask<RecordConnection> OpenAsync(CancellationToken cancellationToken)
    {
        if (_transaction is not null)
        {
            return new RecordConnection(Connection, _transaction);
        }

        var opened = await connections.OpenAsync(cancellationToken);
        return new RecordConnection(opened, null, opened.DisposeAsync);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _transaction?.Dispose();
        _connection?.Dispose();
    }
}
