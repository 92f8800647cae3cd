using Npgsql;
using NpgsqlTypes;

namespace Klik.ParentAccess.Benchmarks.Seeding;

/// <summary><c>COPY</c>.</summary>
internal sealed class PostgresBulkLoader(NpgsqlConnection connection) : IBulkLoader
{
    public async Task LoadAsync(string table, IReadOnlyList<BulkColumn> columns, IEnumerable<object?[]> rows)
    {
        var types = columns.Select(column => TypeOf(column.Type)).ToArray();
        await using (var copy = await connection.BeginBinaryImportAsync($"COPY {table} ({string.Join(", ", columns.Select(column => column.Name))}) FROM STDIN (FORMAT BINARY)"))
        {
            copy.Timeout = TimeSpan.FromHours(1);
            foreach (var row in rows)
            {
                await copy.StartRowAsync();
                for (var i = 0; i < types.Length; i++)
                {
                    await (row[i] is { } value ? copy.WriteAsync(value, types[i]) : copy.WriteNullAsync());
                }
            }

            await copy.CompleteAsync();
        }

        // As the server does by itself some time later, in the middle of what is measured.
        await using var vacuum = new NpgsqlCommand($"VACUUM (ANALYZE) {table}", connection) { CommandTimeout = 3_600 };
        await vacuum.ExecuteNonQueryAsync();
    }

    private static NpgsqlDbType TypeOf(Type type) =>
        type == typeof(string) ? NpgsqlDbType.Text
        : type == typeof(int) ? NpgsqlDbType.Integer
        : type == typeof(long) ? NpgsqlDbType.Bigint
        : type == typeof(byte) || type == typeof(short) ? NpgsqlDbType.Smallint
        : type == typeof(bool) ? NpgsqlDbType.Boolean
        : type == typeof(DateOnly) ? NpgsqlDbType.Date
        : type == typeof(decimal) ? NpgsqlDbType.Numeric
        : type == typeof(Guid) ? NpgsqlDbType.Uuid
        : throw new ArgumentOutOfRangeException(nameof(type), type, null);
}
