using YesSql;
using YesSql.Sql.Schema;

namespace Klik.ParentAccess.Migrations;

/// <summary>Text columns that tell capitals from small letters on every database.</summary>
internal static class ExactText
{
    /// <summary>
    /// Adds one. On SQLite, YesSql makes text columns that ignore case, by which two students "a1" and "A1" would be one; the type
    /// that it writes for moments is plain TEXT there.
    /// </summary>
    public static ICreateTableCommand ExactTextColumn(this ICreateTableCommand table, ISqlDialect dialect, string name, int length, Action<ICreateColumnCommand>? column = null) =>
        dialect.Name == "Sqlite"
            ? table.Column<DateTimeOffset>(name, column)
            : table.Column<string>(name, command =>
            {
                command.WithLength(length);
                column?.Invoke(command);
            });
}
