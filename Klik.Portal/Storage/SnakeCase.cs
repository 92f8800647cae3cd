using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Klik.Portal.Storage;

/// <summary>Names columns and tables the way people type them in SQL: <c>given_name</c>, without quotes on either database.</summary>
internal static partial class SnakeCase
{
    /// <summary>Names an entity's columns.</summary>
    public static void Apply(IMutableEntityType entity)
    {
        foreach (var property in entity.GetProperties())
        {
            property.SetColumnName(Of(property.Name));
        }
    }

    /// <summary>The name of a column or table.</summary>
    public static string Of(string name) => WordStart().Replace(name, "_$0").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z0-9])[A-Z]")]
    private static partial Regex WordStart();
}
