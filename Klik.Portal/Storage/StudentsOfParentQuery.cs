using Klik.ParentAccess.Core.Links;
using Klik.ParentAccess.Core.Students;
using Klik.Portal.Storage.Links;
using Klik.Portal.Storage.Views;
using Klik.Portal.Students;
using Microsoft.EntityFrameworkCore;

namespace Klik.Portal.Storage;

/// <summary>
/// The query behind every page that a parent opens: one statement, by indexes alone. Compiled once a host; a singleton and not
/// a static field, because a compiled query belongs to one model and tests have two.
/// </summary>
internal sealed class StudentsOfParentQuery
{
    private readonly Func<ParentAccessDbContext, string, DateTimeOffset, IAsyncEnumerable<LinkedStudent>> _query =
        EF.CompileAsyncQuery((ParentAccessDbContext context, string accountId, DateTimeOffset visitBegan) =>
            from link in context.Set<LinkRow>()
            join student in context.Set<StudentRow>() on new { link.SchoolId, Id = link.StudentId } equals new { student.SchoolId, student.Id }
            where link.AccountId == accountId
            select new LinkedStudent(
                link.Id,
                StudentId.Parse(student.Id),
                student.GivenName,
                student.DisplayName,
                student.ClassTitle,
                student.IsActiveInSource && !student.IsDeactivatedByAdministrator,
                link.Since,
                context.Set<ViewRow>()
                    .Where(view => view.SchoolId == link.SchoolId && view.AccountId == link.AccountId && view.StudentId == link.StudentId
                        && view.At < visitBegan)
                    .Max(view => (DateTimeOffset?)view.At)));

    /// <summary>Runs it.</summary>
    /// <returns>The students by given name.</returns>
    public async Task<IReadOnlyList<LinkedStudent>> ExecuteAsync(
        ParentAccessDbContext context,
        string accountId,
        DateTimeOffset visitBegan,
        CancellationToken cancellationToken)
    {
        var students = new List<LinkedStudent>();
        await foreach (var student in _query(context, accountId, visitBegan).WithCancellation(cancellationToken))
        {
            students.Add(student);
        }

        return LinkedStudent.Sorted(students);
    }
}
