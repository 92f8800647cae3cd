using Klik.ParentAccess.Core.Links;
using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Core.Sessions;
using Klik.ParentAccess.Core.Students;
using Klik.Portal.Storage.Connections;
using Klik.Portal.StudentRecords;

namespace Klik.Portal.Storage;

/// <summary>The query behind every page that a parent opens, written by hand for that: one statement, by indexes alone. It asks along
/// whether the session that the page is asked with still holds.</summary>
internal sealed class StudentsOfParentQuery(ICurrentSchool school, ScopeTransaction transaction, RecordsVersion version, PresentSession session)
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
        var students = new List<LinkedStudent>();
        await using var connection = await transaction.OpenAsync(cancellationToken);
        await using var command = connection.Command(
            Sql,
            ("@school", school.School.Id.Value),
            ("@account", accountId),
            ("@visit_began", visitBegan.UtcTicks),
            ("@session", session.AskedWithLinks?.Value ?? ""));
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            if (session.AskedWithLinks is not null && reader.GetInt64(9) == 0)
            {
                session.End();
                return [];
            }

            version.Value = reader.IsDBNull(8) ? null : reader.GetInt64(8);
            students.Add(new LinkedStudent(
                reader.GetGuid(0),
                StudentId.Parse(reader.GetString(1)),
                reader.GetString(2),
                reader.GetString(3),
                reader.GetStringOrNull(4),
                reader.GetBoolean(5),
                reader.GetMoment(6),
                reader.GetMomentOrNull(7)));
        }

        return LinkedStudent.Sorted(students);
    }
}
