using System.Data.Common;
using Klik.ParentAccess.Core.Schools;
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
    public Task<int> ExecuteAsync(Statement statement, CancellationToken cancellationToken) => ExecuteAsync([statement], cancellationToken);

    /// <summary>Runs several that change something, in one round trip where there is a server: outside a transaction it takes them as one.</summary>
    /// <returns>How many rows the last one changed.</returns>
    public async Task<int> ExecuteAsync(IReadOnlyList<Statement> statements, CancellationToken cancellationToken)
    {
        await using var run = await RunOfAsync(statements, cancellationToken);
        return await run.ExecuteAsync(cancellationToken);
    }

    /// <summary>
    /// Runs one of which nothing is to be known before the transaction ends. On PostgreSQL it goes out with the next statement of the scope, or
    /// with the commit, which fails when it fails; without a transaction, and on SQLite, at once.
    /// </summary>
    public Task PutOffAsync(Statement statement, CancellationToken cancellationToken)
    {
        if (!transaction.CanPutOff)
        {
            return ExecuteAsync(statement, cancellationToken);
        }

        transaction.PutOff(Checked(statement));
        return Task.CompletedTask;
    }

    /// <summary>Inserts a row, as <see cref="PutOffAsync"/> does; that it is there already is a failure.</summary>
    public Task InsertAsync<TRow>(TRow row, CancellationToken cancellationToken)
        where TRow : class =>
        PutOffAsync(inserts.Of(row), cancellationToken);

    /// <summary>Inserts a row unless a key or unique index says that it is there; waits for another transaction that is just
    /// inserting it.</summary>
    /// <param name="row">The row, with its school.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="first">What is done before, in the same round trip; it changes nothing.</param>
    /// <returns>True when the row was inserted by this call.</returns>
    public async Task<bool> TryInsertAsync<TRow>(TRow row, CancellationToken cancellationToken, Statement? first = null)
        where TRow : class =>
        await ExecuteAsync(first is null ? [inserts.OfNew(row)] : [first, inserts.OfNew(row)], cancellationToken) == 1;

    /// <summary>The first row that one finds.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="read">Reads a row.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="first">What is done before, in the same round trip.</param>
    /// <returns>Null when there is none.</returns>
    public async Task<T?> FirstAsync<T>(Statement statement, Func<DbDataReader, T> read, CancellationToken cancellationToken, Statement? first = null)
        where T : class
    {
        await using var run = await RunOfAsync(first is null ? [statement] : [first, statement], cancellationToken);
        await using var reader = await ReadAsync(run, first, cancellationToken);
        return await reader.ReadAsync(cancellationToken) ? read(reader) : null;
    }

    /// <summary>All rows that one finds.</summary>
    public async Task<List<T>> ListAsync<T>(Statement statement, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var run = await RunOfAsync([statement], cancellationToken);
        await using var reader = await ReadAsync(run, null, cancellationToken);
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
        await using var run = await RunOfAsync([statement], cancellationToken);
        await using var reader = await ReadAsync(run, null, cancellationToken);
        return await reader.ReadAsync(cancellationToken);
    }

    private static async Task<DbDataReader> ReadAsync(StatementRun run, Statement? first, CancellationToken cancellationToken)
    {
        var reader = await run.ReadAsync(cancellationToken);
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

    private async ValueTask<StatementRun> RunOfAsync(IReadOnlyList<Statement> statements, CancellationToken cancellationToken)
    {
        List<Statement> all = [.. transaction.TakePutOff(), .. statements.Select(Checked)];
        return new StatementRun(await transaction.OpenAsync(cancellationToken), all);
    }

    private Statement Checked(Statement statement)
    {
        if (!statement.Sql.Contains(School, StringComparison.Ordinal))
        {
            throw new ArgumentException("A statement says of which school.", nameof(statement));
        }

        LogStatement(logger, statement.Sql);
        return statement with { Parameters = [(School, statement.SchoolId ?? SchoolId), .. statement.Parameters] };
    }

    [LoggerMessage(3101, LogLevel.Debug, "{Statement}")]
    private static partial void LogStatement(ILogger logger, string statement);
}
