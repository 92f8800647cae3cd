using Klik.ParentAccess.Core.Links;
using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.Students;
using Klik.ParentAccess.Core.Views;

namespace Klik.ParentAccess.Core.StudentRecords;

/// <summary>A parent looks at one part of one student (rules I14, I15), checked against the links every time (rules I4, I7).</summary>
public sealed class OpenStudentPart(
    IParentAccessStore store,
    IStudentRecords records,
    ICurrentSchool school,
    RecordViews recordViews,
    TimeProvider time)
{
    /// <summary>Checks access, writes the view down and reads the part.</summary>
    /// <param name="accountId">The parent who is signed in.</param>
    /// <param name="studentId">The student asked for.</param>
    /// <param name="part">Which part.</param>
    /// <param name="read">Reads the part; called only when the parent may see it.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    /// <typeparam name="T">What the part is.</typeparam>
    public Task<OpenStudentPartResult<T>> ExecuteAsync<T>(
        string accountId,
        StudentId studentId,
        StudentPart part,
        Func<IStudentRecords, CancellationToken, Task<T>> read,
        CancellationToken cancellationToken) =>
        ExecuteAsync(accountId, studentId, part, (_, from, cancel) => read(from, cancel), cancellationToken);

    /// <summary>The same, for what depends on the student's link.</summary>
    internal async Task<OpenStudentPartResult<T>> ExecuteAsync<T>(
        string accountId,
        StudentId studentId,
        StudentPart part,
        Func<LinkedStudent, IStudentRecords, CancellationToken, Task<T>> read,
        CancellationToken cancellationToken)
    {
        var students = await store.StudentsOfParentAsync(accountId, time.GetUtcNow() - ParentOverview.VisitGap, cancellationToken);
        if (!StudentAccess.CanSignIn(students))
        {
            return new OpenStudentPartResult<T>.NoAccess();
        }

        var student = students.FirstOrDefault(candidate => candidate.StudentId == studentId);
        if (student is null || (part == StudentPart.Conversations && !school.School.ShowsConversations))
        {
            return new OpenStudentPartResult<T>.NotFound();
        }

        await recordViews.ExecuteAsync(accountId, [studentId], part, cancellationToken);
        return new OpenStudentPartResult<T>.Opened(student, await read(student, records, cancellationToken));
    }
}
