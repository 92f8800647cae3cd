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
    private readonly List<Statement> _putOff = [];
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

    /// <summary>Whether statements can be put off: a transaction is open, and a round trip to be saved.</summary>
    public bool CanPutOff => IsPostgres && IsOpen;

    /// <summary>Puts off a statement until the next one or the commit.</summary>
    /// <param name="statement">One alone, with all of its parameters; it finds no rows.</param>
    public void PutOff(Statement statement) => _putOff.Add(statement);

    /// <summary>Gives what was put off to somebody who runs it now.</summary>
    public IReadOnlyList<Statement> TakePutOff()
    {
        if (_putOff.Count == 0)
        {
            return [];
        }

        List<Statement> taken = [.. _putOff];
        _putOff.Clear();
        return taken;
    }

    /// <summary>Runs what was put off.</summary>
    public async ValueTask RunPutOffAsync(CancellationToken cancellationToken)
    {
        if (_putOff.Count > 0)
        {
            await RunAsync(TakePutOff(), cancellationToken);
        }
    }

    /// <summary>Makes everything of it happen.</summary>
    public Task CommitAsync(CancellationToken cancellationToken)
    {
        var transaction = _transaction ?? throw new InvalidOperationException("No transaction is open.");
        return _putOff.Count == 0
            ? transaction.CommitAsync(cancellationToken)
            // Where one fails, the server leaves out those after it.
            : RunAsync([.. TakePutOff(), new Statement("COMMIT")], cancellationToken);
    }

    /// <summary>Ends it, if it is open. What was not committed did not happen.</summary>
    public async ValueTask EndAsync()
    {
        _putOff.Clear();
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
            await RunPutOffAsync(cancellationToken);
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

    private async Task RunAsync(IReadOnlyList<Statement> statements, CancellationToken cancellationToken)
    {
        await using var run = new StatementRun(new RecordConnection(Connection, _transaction), statements);
        await run.ExecuteAsync(cancellationToken);
    }
}
