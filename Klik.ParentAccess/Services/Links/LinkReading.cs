using System.Data.Common;
using Klik.ParentAccess.Core.Links;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Services.Storage;

namespace Klik.ParentAccess.Services.Links;

/// <summary>Reads links, wherever a statement selects them.</summary>
internal static class LinkReading
{
    /// <summary>The link in the columns id, student_id, account_id, name, origin and since, from one on.</summary>
    public static Link Link(this DbDataReader row, int first) => new(
        row.Id(first),
        StudentId.Parse(row.GetString(first + 1)),
        row.GetString(first + 2),
        new ProtectedText(row.GetString(first + 3)),
        (LinkOrigin)row.GetInt32(first + 4),
        row.Moment(first + 5));
}
