using System.Data.Common;
using Klik.ParentAccess.Core.Links;
using Klik.ParentAccess.Core.Sessions;
using Klik.ParentAccess.Core.Students;
using Klik.Portal.StudentRecords;

namespace Klik.Portal.Storage;

/// <summary>The query behind every page that a parent opens, written by hand for that: one statement, by indexes alone. It asks along
/// whether the session that the page is asked with still holds.</summary>
internal sealed class StudentsOfParentQuery(Statements statements, RecordsVersion version, PresentSession session)
{
    private const string Sql = """
        SELECT link.id, student.id, student.given_name, student.display_name, student.class_title,
          student.is_active_in_source AND NOT student.is_deactivated_by_administrator, link.since,
          (SELECT MAX(view.at) FROM views view
           WHERE view.school_id = @school AND view.account_id = @account AND view.student_id = link.student_id AND view.at < @visit_began),
          (SELECT school.records_version FROM schools school WHERE school.school_id = @school),
          (SELECT COUNT(*) FROM sessions present
           WHERE present.school_id = @school AND present.id_hash = @session AND present.account_id = @account)
        FROM links link
          JOIN students student ON student.school_id = link.school_id AND student.id = link.student_id
        WHERE link.school_id = @school AND link.account_id = @account
        """;

    /// <summary>Runs it.</summary>
    /// <returns>The students by given name; none when the session has ended.</returns>
    public async Task<IReadOnlyList<LinkedStudent>> ExecuteAsync(string accountId, DateTimeOffset visitBegan, CancellationToken cancellationToken)
    {
        var asked = session.AskedWithLinks;
        var statement = new Statement(Sql, ("@account", accountId), ("@visit_began", visitBegan.UtcTicks), ("@session", asked?.Value ?? ""));
        var rows = await statements.ListAsync(statement, Row.Read, cancellationToken);
        if (rows is [])
        {
            return [];
        }

        if (asked is not null && !rows[0].HasSession)
        {
            session.End();
            return [];
        }

        version.Value = rows[0].Version;
        return LinkedStudent.Sorted(rows.Select(row => row.Student));
    }

    // Version and session are the same in all rows.
    private readonly record struct Row(LinkedStudent Student, long? Version, bool HasSession)
    {
        public static Row Read(DbDataReader row) => new(
            new LinkedStudent(
                row.GetGuid(0),
                StudentId.Parse(row.GetString(1)),
                row.GetString(2),
                row.GetString(3),
                row.GetStringOrNull(4),
                row.GetBoolean(5),
                row.GetMoment(6),
                row.GetMomentOrNull(7)),
            row.IsDBNull(8) ? null : row.GetInt64(8),
            row.GetInt64(9) > 0);
    }
}
