using System.Data.Common;
using Klik.ParentAccess.Core.StudentRecords.Import;

namespace Klik.ParentAccess.Records.Import;

/// <summary>Loads with one prepared statement; the table is a temporary one, which only this connection sees.</summary>
internal sealed class SqliteImportLoader(ImportCommands commands) : IImportLoader
{
    // The transaction holds the database's only write lock already.
    public Task LockAsync(string schoolId, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<ImportLoad> LoadAsync<TRow>(ImportTable<TRow> table, ImportMerge<TRow> merge, IEnumerable<ImportChange<TRow>> changes, CancellationToken cancellationToken)
        where TRow : class, IImportRow
    {
        Execute($"CREATE TEMP TABLE {merge.Staging} ({string.Join(", ", merge.StagingColumns.Select(column => $"{column.Name} {TypeName(column.Type)}"))})");
        var load = new ImportLoad();
        using (var insert = Insert(merge))
        {
            foreach (var change in changes)
            {
                load.Count(change.Action, change.StudentId);
                insert.Parameters[0].Value = (int)change.Action;
                insert.Parameters[1].Value = (object?)change.StudentId ?? DBNull.Value;
                insert.Parameters[2].Value = change.Id;
                for (var i = 0; i < table.Columns.Length; i++)
                {
                    insert.Parameters[i + 3].Value = change.Row is { } row ? table.Columns[i].Value(row) ?? DBNull.Value : DBNull.Value;
                }

                insert.ExecuteNonQuery();
            }
        }

        Execute($"CREATE INDEX temp.ix_{merge.Staging} ON {merge.Staging} ({(table.IsOfStudents ? "student_id, id, action" : "id, action")})");
        return Task.FromResult(load);
    }

    // SQLite follows the keys that the queries were written for, without statistics.
    public Task AnalyzeAsync(IReadOnlyCollection<string> tables, CancellationToken cancellationToken) => Task.CompletedTask;

    private DbCommand Insert<TRow>(ImportMerge<TRow> merge)
        where TRow : class, IImportRow
    {
        var command = commands.Command($"INSERT INTO {merge.Staging} VALUES ({string.Join(", ", merge.StagingColumns.Select((_, i) => $"@p{i}"))})");
        for (var i = 0; i < merge.StagingColumns.Count; i++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = $"@p{i}";
            parameter.Value = DBNull.Value;
            command.Parameters.Add(parameter);
        }

        command.Prepare();
        return command;
    }

    private void Execute(string sql)
    {
        using var command = commands.Command(sql);
        command.ExecuteNonQuery();
    }

    // The names that EF Core gives the same types, so that equal values are equal in SQL.
    private static string TypeName(ImportColumnType type) => type is ImportColumnType.Integer or ImportColumnType.Boolean ? "INTEGER" : "TEXT";
}
