using System.Data.Common;
using Klik.ParentAccess.Core.Storage;

namespace Klik.ParentAccess.Records;

/// <summary>What SQLite and PostgreSQL say when they cannot do their work, for both hosts.</summary>
/// <param name="sqliteCode">
/// SQLite's extended code of an exception, which its library tells under a type of its own; null for an exception of another library.
/// </param>
public sealed class DatabaseFaults(Func<DbException, int?> sqliteCode) : IStoreFaults
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteReadOnly = 8;
    private const int SqliteInputOutput = 10;
    private const int SqliteFull = 13;
    private const int SqliteCannotOpen = 14;

    // Of an extended code the last eight bits are the plain one.
    private const int PlainBits = 0xFF;

    /// <inheritdoc/>
    public StoreFault? FaultOf(Exception problem)
    {
        // The library of the database stands somewhere within those of a mapper.
        for (var inner = problem; inner is not null; inner = inner.InnerException)
        {
            if (inner is DbException database && OfDatabase(database) is { } fault)
            {
                return fault;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public string CodeOf(Exception problem)
    {
        for (var inner = problem; inner is not null; inner = inner.InnerException)
        {
            if (inner is DbException database)
            {
                return sqliteCode(database) is { } code ? $"SQLite {code}"
                    : database.SqlState is { } state ? $"PostgreSQL {state}"
                    : database.InnerException is { } cause ? $"PostgreSQL {cause.GetType().Name}"
                    : "PostgreSQL";
            }
        }

        return problem.GetType().Name;
    }

    private StoreFault? OfDatabase(DbException problem) =>
        sqliteCode(problem) is { } code ? OfSqlite(code & PlainBits)
        : problem.SqlState is { } state ? OfPostgres(state)
        : problem.InnerException is TimeoutException && IsAboutThePool(problem) ? StoreFault.Busy
        // No answer at all, or one that broke off.
        : StoreFault.Unreachable;

    private static StoreFault? OfSqlite(int code) => code switch
    {
        SqliteBusy or SqliteLocked => StoreFault.Busy,
        SqliteReadOnly => StoreFault.ReadOnly,
        SqliteFull => StoreFault.Full,
        SqliteInputOutput or SqliteCannotOpen => StoreFault.Unreachable,
        _ => null,
    };

    // https://www.postgresql.org/docs/current/errcodes-appendix.html
    private static StoreFault? OfPostgres(string state) => state switch
    {
        // disk_full
        "53100" => StoreFault.Full,
        // read_only_sql_transaction
        "25006" => StoreFault.ReadOnly,
        // lock_not_available, query_canceled
        "55P03" or "57014" => StoreFault.Busy,
        // Connection lost, shut down or not up yet, let in no more, disk or file in trouble, no such database.
        ['0', '8', ..] or ['2', '8', ..] or ['5', '7', 'P', ..] or ['5', '8', ..] or "3D000" => StoreFault.Unreachable,
        // Too many connections, no memory; two that waited for each other.
        ['5', '3', ..] or ['4', '0', ..] => StoreFault.Busy,
        _ => null,
    };

    // The library has no type or code for it.
    private static bool IsAboutThePool(DbException problem) => problem.Message.Contains("pool", StringComparison.OrdinalIgnoreCase);
}
