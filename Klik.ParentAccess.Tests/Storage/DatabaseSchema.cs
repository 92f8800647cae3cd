using System.Data.Common;

namespace Klik.ParentAccess.Tests.Storage;

/// <summary>Reads what a database looks like: a line for each column, key and index, with types and rules, in order.</summary>
internal static class DatabaseSchema
{
    private const string Sqlite = """
        SELECT 'column ' || m.name || '.' || c.name || ' ' || c.type || ' notnull=' || c."notnull" || ' pk=' || c.pk || ' default=' || coalesce(c.dflt_value, '')
          FROM sqlite_master m, pragma_table_info(m.name) c WHERE m.type = 'table' AND m.name NOT LIKE '\_\_EF%' ESCAPE '\'
        UNION ALL
        SELECT 'index ' || m.name || '.' || i.name || ' unique=' || i."unique" || ' origin=' || i.origin || ' on '
          || (SELECT group_concat(name) FROM (SELECT x.name FROM pragma_index_info(i.name) x ORDER BY x.seqno))
          FROM sqlite_master m, pragma_index_list(m.name) i WHERE m.type = 'table' AND m.name NOT LIKE '\_\_EF%' ESCAPE '\'
        UNION ALL
        SELECT 'foreign key ' || m.name || '.' || f."from" || '#' || f.seq || ' to ' || f."table" || '.' || f."to" || ' delete=' || f.on_delete
          FROM sqlite_master m, pragma_foreign_key_list(m.name) f WHERE m.type = 'table'
        """;

    private const string Postgres = """
        SELECT 'column ' || c.table_name || '.' || c.column_name || ' ' || c.data_type || ' ' || coalesce(c.character_maximum_length::text, '')
          || ' nullable=' || c.is_nullable || ' identity=' || c.is_identity || ' default=' || coalesce(c.column_default, '')
          FROM information_schema.columns c WHERE c.table_schema = 'public' AND c.table_name NOT LIKE '\_\_EF%'
        UNION ALL
        SELECT 'index ' || indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename NOT LIKE '\_\_EF%'
        UNION ALL
        SELECT 'constraint ' || c.conrelid::regclass || '.' || c.conname || ' ' || pg_get_constraintdef(c.oid)
          FROM pg_constraint c JOIN pg_namespace n ON n.oid = c.connamespace
          WHERE n.nspname = 'public' AND c.conrelid::regclass::text NOT LIKE '%EFMigrations%'
        """;

    public static async Task<IReadOnlyList<string>> ReadAsync(DbConnection connection, bool isSqlite)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = isSqlite ? Sqlite : Postgres;
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0));
        }

        lines.Sort(StringComparer.Ordinal);
        return lines;
    }
}
