using System.Data.Common;
using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Students;
using Klik.Portal.Storage;

namespace Klik.Portal.Students;

/// <summary>A student in a statement that is written by hand, from <c>students student</c>.</summary>
internal static class StudentColumns
{
    /// <summary>The columns, which stand together.</summary>
    public const string Sql = """
        student.id, student.given_name, student.display_name, student.is_active_in_source AND NOT student.is_deactivated_by_administrator,
        student.class_title, student.birth_date, student.family_language, student.address
        """;

    /// <summary>Reads them.</summary>
    /// <param name="row">The row.</param>
    /// <param name="first">The first of the columns.</param>
    public static Student Read(DbDataReader row, int first) => new(
        StudentId.Parse(row.GetString(first)), row.GetString(first + 1), row.GetString(first + 2), row.GetBoolean(first + 3))
    {
        ClassTitle = row.GetStringOrNull(first + 4),
        BirthDate = row.IsDBNull(first + 5) ? null : row.GetFieldValue<DateOnly>(first + 5),
        FamilyLanguage = row.GetStringOrNull(first + 6),
        Address = EmailAddress.TryParse(row.GetStringOrNull(first + 7), out var address) ? address : null,
    };
}
