using Klik.ParentAccess.Core.Links;
using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.Views;

namespace Klik.ParentAccess.Core.StudentRecords;

/// <summary>The children of a parent, one under the other (rule I6), checked against the links at every request (rules I4, I7).</summary>
public sealed class ParentOverview(
    IParentAccessStore store,
    IStudentRecords records,
    ICurrentSchool school,
    RecordViews recordViews,
    TimeProvider time)
{
    /// <summary>A visit is over when a parent has not looked for this long; what changed since the one before is marked as new.</summary>
    internal static readonly TimeSpan VisitGap = TimeSpan.FromMinutes(30);

    /// <summary>Gives each student with a summary.</summary>
    /// <param name="accountId">The parent who is signed in.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    /// <returns>Null when the parent can no longer sign in: the session is over.</returns>
    public async Task<IReadOnlyList<StudentCard>?> ExecuteAsync(string accountId, CancellationToken cancellationToken)
    {
        var students = await store.StudentsOfParentAsync(accountId, time.GetUtcNow() - VisitGap, cancellationToken);
        if (!StudentAccess.CanSignIn(students))
        {
            return null;
        }

        var summaries = await records.SummariesAsync(
            [.. students.Select(student => new SummaryRequest(student.StudentId, student.LastVisit))],
            cancellationToken);
        await recordViews.ExecuteAsync(accountId, students.Select(student => student.StudentId), StudentPart.Overview, cancellationToken);
        var byStudent = summaries.ToDictionary(summary => summary.StudentId);
        return [.. students.Select(student => new StudentCard(
            student,
            (byStudent.GetValueOrDefault(student.StudentId) ?? StudentSummary.Empty(student.StudentId)).ShownAt(school.School)))];
    }
}
