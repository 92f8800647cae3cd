using Klik.ParentAccess.Core.StudentRecords.Import;
using Npgsql;
using NpgsqlTypes;

namespace Klik.ParentAccess.Records.Import;

/// <summary>Loads with <c>COPY</c>; the table is a temporary one, which only this connection sees.</summary>
internal sealed class PostgresImportLoader(NpgsqlConnection connection) : IImportLoader
{
    public async Task LockAsync(string schoolId, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand("SELECT pg_advisory_xact_lock(hashtextextended(@name, 0))", connection)
        {
            // For as long as an import that was first takes.
            CommandTimeout = ImportCommands.TimeoutSeconds,
        };
        command.Parameters.AddWithValue("name", "student-records-import:" + schoolId);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async Task<ImportLoad> LoadAsync<TRow>(ImportTable<TRow> table, ImportMerge<TRow> merge, IEnumerable<ImportChange<TRow>> changes, CancellationToken cancellationToken)
        where TRow : class, IImportRow
    {
        await ExecuteAsync($"CREATE TEMP TABLE {merge.Staging} ({string.Join(", ", merge.StagingColumns.Select(column => $"{column.Name} {TypeName(column.Type)}"))}) ON COMMIT DROP", cancellationToken);
        var load = new ImportLoad();
        var types = table.Columns.Select(column => CopyType(column.Type)).ToArray();
        await using (var copy = await connection.BeginBinaryImportAsync($"COPY {merge.Staging} FROM STDIN (FORMAT BINARY)", cancellationToken))
        {
            foreach (var change in changes)
            {
                load.Count(change.Action, change.StudentId);
                await copy.StartRowAsync(cancellationToken);
                await copy.WriteAsync((int)change.Action, NpgsqlDbType.Integer, cancellationToken);
                await WriteAsync(copy, change.StudentId, NpgsqlDbType.Text, cancellationToken);
                await copy.WriteAsync(change.Id, NpgsqlDbType.Text, cancellationToken);
                for (var i = 0; i < types.Length; i++)
                {
                    await WriteAsync(copy, change.Row is { } row ? table.Columns[i].Value(row) : null, types[i], cancellationToken);
                }
            }

            await copy.CompleteAsync(cancellationToken);
        }

        await ExecuteAsync($"CREATE INDEX ON {merge.Staging} ({(table.IsOfStudents ? "student_id, id" : "id")})", cancellationToken);
        await ExecuteAsync($"ANALYZE {merge.Staging}", cancellationToken);
        return load;
    }

    // PostgreSQL's own collector leaves tables of a few dozen rows alone, and takes its time with the others.
    public Task AnalyzeAsync(IReadOnlyCollection<string> tables, CancellationToken cancellationToken) =>
        tables.Count == 0 ? Task.CompletedTask : ExecuteAsync($"ANALYZE {string.Join(", ", tables)}", cancellationToken);

    private static Task WriteAsync(NpgsqlBinaryImporter copy, object? value, NpgsqlDbType type, CancellationToken cancellationToken) =>
        value is null ? copy.WriteNullAsync(cancellationToken) : copy.WriteAsync(value, type, cancellationToken);

    private async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = ImportCommands.TimeoutSeconds };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    private static string TypeName(ImportColumnType type) => type switch
    {
        ImportColumnType.Text => "text",
        ImportColumnType.Integer => "integer",
        ImportColumnType.Boolean => "boolean",
        ImportColumnType.Date => "date",
        ImportColumnType.Number => "numeric",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    private static NpgsqlDbType CopyType(ImportColumnType type) => type switch
    {
        ImportColumnType.Text => NpgsqlDbType.Text,
        ImportColumnType.Integer => NpgsqlDbType.Integer,
        ImportColumnType.Boolean => NpgsqlDbType.Boolean,
        ImportColumnType.Date => NpgsqlDbType.Date,
        ImportColumnType.Number => NpgsqlDbType.Numeric,
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };
}
