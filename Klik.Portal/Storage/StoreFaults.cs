using Microsoft.Data.Sqlite;
using Npgsql;

namespace Klik.Portal.Storage;

/// <summary>Tells a database that cannot do its work from a fault of the program.</summary>
internal static class StoreFaults
{
    private const int SqliteBusy = 5;
    private const int SqliteLocked = 6;
    private const int SqliteReadOnly = 8;
    private const int SqliteInputOutput = 10;
    private const int SqliteFull = 13;
    private const int SqliteCannotOpen = 14;

    /// <summary>What an exception says of the database.</summary>
    /// <returns>Null when it is about something else.</returns>
    public static StoreFault? Of(Exception problem)
    {
        // The library of the database stands somewhere within those of EF Core.
        for (var inner = problem; inner is not null; inner = inner.InnerException)
        {
            var fault = inner switch
            {
                SqliteException sqlite => OfSqlite(sqlite.SqliteErrorCode),
                PostgresException postgres => OfPostgres(postgres.SqlState),
                NpgsqlException { InnerException: TimeoutException } npgsql when IsAboutThePool(npgsql) => StoreFault.Busy,
                // No answer at all, or one that broke off.
                NpgsqlException => StoreFault.Unreachable,
                _ => (StoreFault?)null,
            };
            if (fault is not null)
            {
                return fault;
            }
        }

        return null;
    }

    /// <summary>The database's own name for it, which holds nothing personal.</summary>
    public static string CodeOf(Exception problem)
    {
        for (var inner = problem; inner is not null; inner = inner.InnerException)
        {
            switch (inner)
            {
                case SqliteException sqlite:
                    return $"SQLite {sqlite.SqliteExtendedErrorCode}";
                case PostgresException postgres:
                    return $"PostgreSQL {postgres.SqlState}";
                case NpgsqlException npgsql:
                    return npgsql.InnerException is { } cause ? $"PostgreSQL {cause.GetType().Name}" : "PostgreSQL";
            }
        }

        return problem.GetType().Name;
    }

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
        PostgresErrorCodes.DiskFull => StoreFault.Full,
        PostgresErrorCodes.ReadOnlySqlTransaction => StoreFault.ReadOnly,
        PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.QueryCanceled => StoreFault.Busy,
        // Connection lost, shut down or not up yet, let in no more, disk or file in trouble.
        ['0', '8', ..] or ['2', '8', ..] or ['5', '7', 'P', ..] or ['5', '8', ..] or PostgresErrorCodes.InvalidCatalogName => StoreFault.Unreachable,
        // Too many connections, no memory; two that waited for each other.
        ['5', '3', ..] or ['4', '0', ..] => StoreFault.Busy,
        _ => null,
    };

    // Npgsql has no type or code for it.
    private static bool IsAboutThePool(NpgsqlException problem) => problem.Message.Contains("pool", StringComparison.OrdinalIgnoreCase);
}
