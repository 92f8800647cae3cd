using Microsoft.Data.Sqlite;

namespace Klik.ParentAccess.Benchmarks.Seeding;

/// <summary>One prepared statement.</summary>
internal sealed class SqliteBulkLoader(SqliteConnection connection) : IBulkLoader
{
    public Task LoadAsync(string table, IReadOnlyList<BulkColumn> columns, IEnumerable<object?[]> rows)
    {
        using var transaction = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = $"INSERT INTO {table} ({string.Join(", ", columns.Select(column => column.Name))}) VALUES ({string.Join(", ", columns.Select((_, i) => $"@p{i}"))})";
        for (var i = 0; i < columns.Count; i++)
        {
            insert.Parameters.Add(new SqliteParameter($"@p{i}", DBNull.Value));
        }

        insert.Prepare();
        foreach (var row in rows)
        {
            for (var i = 0; i < row.Length; i++)
            {
                insert.Parameters[i].Value = row[i] ?? DBNull.Value;
            }

            insert.ExecuteNonQuery();
        }

        transaction.Commit();
        return Task.CompletedTask;
    }
}
