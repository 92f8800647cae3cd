using Klik.ParentAccess.Core.Invitations;
using Klik.ParentAccess.Core.Links;
using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Core.Storage;

/// <summary>
/// The present school's data. What changes goes through a unit of work; what is only looked at is one round trip here.
/// </summary>
public interface IParentAccessStore
{
    /// <summary>Begins a transaction. A scope has one at a time.</summary>
    Task<IUnitOfWork> BeginAsync(CancellationToken cancellationToken);

    /// <summary>The students whom an account sees, by given name (rule I6).</summary>
    /// <param name="accountId">The parent's account.</param>
    /// <param name="visitBegan">Looks before this moment belong to an earlier visit (<see cref="LinkedStudent.LastVisit"/>).</param>
    /// <param name="cancellationToken">Ends the query.</param>
    Task<IReadOnlyList<LinkedStudent>> StudentsOfParentAsync(string accountId, DateTimeOffset visitBegan, CancellationToken cancellationToken);

    /// <summary>A student's links, the oldest first (rule P5).</summary>
    Task<IReadOnlyList<LinkedParent>> ParentsOfStudentAsync(StudentId student, CancellationToken cancellationToken);

    /// <summary>A student's invitations, expired ones too, the oldest first.</summary>
    Task<IReadOnlyList<Invitation>> InvitationsOfStudentAsync(StudentId student, CancellationToken cancellationToken);
}
