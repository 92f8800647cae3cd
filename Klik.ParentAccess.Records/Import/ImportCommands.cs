using System.Data.Common;

namespace Klik.ParentAccess.Records.Import;

/// <summary>The statements of one import.</summary>
internal sealed class ImportCommands(RecordConnection connection, string schoolId, DateTimeOffset now)
{
    /// <summary>How long one statement may take, in seconds: it reads and writes whole tables, where the usual limit is for
    /// requests.</summary>
    public const int TimeoutSeconds = 3_600;

    /// <summary>Makes a statement; <c>@school</c> and <c>@now</c> are its parameters.</summary>
    public DbCommand Command(string sql)
    {
        // Both databases refuse a parameter that the statement does not have, one of them at least.
        (string Name, object Value)[] known = [("@school", schoolId), ("@now", now.UtcTicks)];
        var command = connection.Command(sql, [.. known.Where(parameter => sql.Contains(parameter.Name, StringComparison.Ordinal))]);
        command.CommandTimeout = TimeoutSeconds;
        return command;
    }

    /// <summary>Changes something.</summary>
    /// <returns>How many rows.</returns>
    public async Task<int> ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = Command(sql);
        return await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Looks something up.</summary>
    public async Task<IReadOnlyList<T>> QueryAsync<T>(string sql, Func<DbDataReader, T> read, CancellationToken cancellationToken)
    {
        await using var command = Command(sql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var rows = new List<T>();
        while (await reader.ReadAsync(cancellationToken))
        {
            rows.Add(read(reader));
        }

        return rows;
    }
}
