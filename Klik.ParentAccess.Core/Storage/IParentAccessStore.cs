using Klik.ParentAccess.Core.Accounts;
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

    /// <summary>Finds an invitation, whoever made it.</summary>
    Task<Invitation?> FindInvitationAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Finds a link and the account that it gives access to.</summary>
    Task<LinkedAccount?> FindLinkAsync(Guid linkId, CancellationToken cancellationToken);

    /// <summary>Finds an account by its id.</summary>
    Task<ParentAccount?> FindAccountAsync(string accountId, CancellationToken cancellationToken);

    /// <summary>Finds everything that is kept of a parent but the links, for the parent to see (rule I13).</summary>
    Task<KeptParent?> FindKeptAsync(string accountId, CancellationToken cancellationToken);
}
