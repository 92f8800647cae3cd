using Klik.Portal.Storage;
using Microsoft.EntityFrameworkCore;

namespace Klik.Portal.Students;

/// <summary>Searches students by part of their names.</summary>
internal static class StudentSearch
{
    /// <summary>Those with a text in the whole name, in any case; all when there is no text.</summary>
    public static IQueryable<StudentRow> WithNameLike(this IQueryable<StudentRow> students, ParentAccessDbContext context, string? search)
    {
        if (string.IsNullOrWhiteSpace(search))
        {
            return students;
        }

        var pattern = $"%{Escape(search.Trim())}%";
        return context.Database.IsNpgsql()
            ? students.Where(row => EF.Functions.ILike(row.DisplayName, pattern, "\\"))
            : students.Where(row => EF.Functions.Like(row.DisplayName, pattern, "\\"));
    }

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
