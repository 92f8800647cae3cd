namespace Klik.ParentAccess.Migrations;

/// <summary>The store writes SQL of its own, which is tried on two kinds of database and on no other.</summary>
internal static class SupportedDatabase
{
    private static readonly string[] Dialects = ["Sqlite", "PostgreSql"];

    /// <summary>Refuses to make tables that could not be used.</summary>
    /// <exception cref="NotSupportedException">The tenant's database is of another kind.</exception>
    public static void Check(string dialect)
    {
        if (!Dialects.Contains(dialect, StringComparer.OrdinalIgnoreCase))
        {
            throw new NotSupportedException(
                $"Parent access keeps its data on SQLite or PostgreSQL, and this tenant's database is {dialect}: disable the feature {Features.ParentAccess} here.");
        }
    }
}
