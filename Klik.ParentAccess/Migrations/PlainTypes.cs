using YesSql;
using YesSql.Sql;
using YesSql.Sql.Schema;
using IConfiguration = YesSql.IConfiguration;

namespace Klik.ParentAccess.Migrations;

/// <summary>
/// Dates and exact numbers, for which YesSql has no column types. On SQLite both are text. On PostgreSQL a column is made of the
/// nearest type and then given its own, while the table is empty.
/// </summary>
internal static class PlainTypes
{
    /// <summary>Adds a column for dates; <see cref="FinishDatesAsync"/> gives it its type.</summary>
    public static ICreateTableCommand DateColumn(this ICreateTableCommand table, ISqlDialect dialect, string name, Action<ICreateColumnCommand>? column = null) =>
        dialect.Name == "Sqlite" ? table.Column<DateTimeOffset>(name, column) : table.Column<DateTime>(name, column);

    /// <summary>Adds a column for numbers with any count of digits; <see cref="FinishNumbersAsync"/> gives it its type.</summary>
    public static ICreateTableCommand NumberColumn(this ICreateTableCommand table, ISqlDialect dialect, string name, Action<ICreateColumnCommand>? column = null) =>
        dialect.Name == "Sqlite" ? table.Column<DateTimeOffset>(name, column) : table.Column<decimal>(name, column);

    /// <summary>Makes columns of a new table hold dates.</summary>
    public static Task FinishDatesAsync(this ISchemaBuilder schema, IStore store, string table, params string[] columns) => FinishAsync(schema, store.Configuration, table, columns, "date");

    /// <summary>Makes columns of a new table hold numbers as they are.</summary>
    public static Task FinishNumbersAsync(this ISchemaBuilder schema, IStore store, string table, params string[] columns) => FinishAsync(schema, store.Configuration, table, columns, "numeric");

    private static async Task FinishAsync(ISchemaBuilder schema, IConfiguration configuration, string table, string[] columns, string type)
    {
        // Without a connection the migration is only read, for the names of its tables.
        if (schema.Dialect.Name != "PostgreSql" || columns.Length == 0 || schema.Connection is not { } connection)
        {
            return;
        }

        await using var command = connection.CreateCommand();
        command.Transaction = schema.Transaction;
        command.CommandText = Statement(configuration, table, columns, type);
        await command.ExecuteNonQueryAsync();
    }

    private static string Statement(IConfiguration configuration, string table, string[] columns, string type)
    {
        var changes = columns.Select(column => $"ALTER COLUMN {configuration.SqlDialect.QuoteForColumnName(column)} TYPE {type}");
        return $"ALTER TABLE {configuration.SqlDialect.QuoteForTableName(configuration.TablePrefix + table, configuration.Schema)} {string.Join(", ", changes)}";
    }
}
