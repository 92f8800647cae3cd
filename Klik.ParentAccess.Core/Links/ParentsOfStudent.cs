using Klik.ParentAccess.Core.Invitations;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Core.Links;

/// <summary>What a student sees of the parents invited and linked (rule P5).</summary>
public sealed class ParentsOfStudent(IParentAccessStore store, PersonalData personalData, TimeProvider time)
{
    /// <summary>Gives the student's invitations and links with names and addresses readable: they are the student's own words.</summary>
    public async Task<ParentsOfStudentResult> ExecuteAsync(StudentId student, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var invitations = await store.InvitationsOfStudentAsync(student, cancellationToken);
        var links = await store.ParentsOfStudentAsync(student, cancellationToken);
        return new ParentsOfStudentResult(
            [.. invitations.Select(invitation => Show(invitation, now))],
            [.. links.Select(link => new ParentsOfStudentResult.Parent(link.LinkId, personalData.Unprotect(link.Name), link.Origin, link.Since, link.LastViews))]);
    }

    private ParentsOfStudentResult.SentInvitation Show(Invitation invitation, DateTimeOffset now)
    {
        var expired = invitation.ExpiresAt <= now || invitation.Address is null;
        return new ParentsOfStudentResult.SentInvitation(
            invitation.Id,
            personalData.Unprotect(invitation.Name),
            expired ? null : personalData.Unprotect(invitation.Address!),
            invitation.CreatedAt,
            invitation.ExpiresAt,
            expired,
            invitation.Mail);
    }
}
