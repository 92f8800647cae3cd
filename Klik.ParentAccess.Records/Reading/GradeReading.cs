using System.Data.Common;
using Klik.ParentAccess.Core.StudentRecords;

namespace Klik.ParentAccess.Records.Reading;

/// <summary>Reads a result with what it is for.</summary>
internal static class GradeReading
{
    /// <summary>Reads the columns id, subject, period, title, date, changed_at, score, text, minimum, maximum, category, comment.</summary>
    /// <param name="row">The row.</param>
    /// <param name="first">Where they begin.</param>
    public static Grade Read(DbDataReader row, int first) =>
        new(row.GetString(first), row.GetString(first + 1), row.TextOrNull(first + 2), row.GetString(first + 3), row.Date(first + 4), row.Moment(first + 5))
        {
            Score = row.NumberOrNull(first + 6),
            Text = row.TextOrNull(first + 7),
            Minimum = row.NumberOrNull(first + 8),
            Maximum = row.NumberOrNull(first + 9),
            Category = row.TextOrNull(first + 10),
            Comment = row.TextOrNull(first + 11),
        };
}
