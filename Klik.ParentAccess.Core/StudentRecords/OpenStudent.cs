using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Core.StudentRecords;

/// <summary>A parent looks at the front page of one student: what is new and how it goes (rules I14, P5), checked against the
/// links every time (rules I4, I7).</summary>
public sealed class OpenStudent(OpenStudentPart openStudentPart, ICurrentSchool school)
{
    /// <summary>Checks access, writes the view down and summarises the student.</summary>
    /// <param name="accountId">The parent who is signed in.</param>
    /// <param name="studentId">The student asked for.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    public Task<OpenStudentPartResult<StudentSummary>> ExecuteAsync(string accountId, StudentId studentId, CancellationToken cancellationToken) =>
        openStudentPart.ExecuteAsync(
            accountId,
            studentId,
            StudentPart.Overview,
            async (student, records, cancel) =>
            {
                var summaries = await records.SummariesAsync([new SummaryRequest(student.StudentId, student.LastVisit)], cancel);
                return (summaries is [var summary] ? summary : StudentSummary.Empty(student.StudentId)).ShownAt(school.School);
            },
            cancellationToken);
}
