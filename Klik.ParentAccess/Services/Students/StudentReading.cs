using System.Data.Common;
using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Services.Storage;

namespace Klik.ParentAccess.Services.Students;

/// <summary>Reads students, wherever a statement selects them.</summary>
internal static class StudentReading
{
    /// <summary>The columns of the students' table, which the statement calls <c>s</c>.</summary>
    public static readonly SqlName Columns = new(
        "s.id, s.given_name, s.display_name, s.is_active_in_source, s.is_deactivated_by_administrator, s.class_title, s.birth_date, s.address, s.family_language");

    /// <summary>The student in those columns.</summary>
    public static Student Student(this DbDataReader row) =>
        new(StudentId.Parse(row.GetString(0)), row.GetString(1), row.GetString(2), row.Flag(3) && !row.Flag(4))
        {
            ClassTitle = row.TextOrNull(5),
            BirthDate = row.IsDBNull(6) ? null : row.GetFieldValue<DateOnly>(6),
            FamilyLanguage = row.TextOrNull(8),
            Address = EmailAddress.TryParse(row.TextOrNull(7), out var address) ? address : null,
        };
}
