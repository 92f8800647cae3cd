using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Core.Invitations;

/// <summary>Who invites, for the page on which a parent accepts. Changes nothing (rule P2).</summary>
public sealed class FindInvitation(IParentAccessStore store, IStudents students, PersonalData personalData, TimeProvider time)
{
    /// <summary>Finds the student behind an invitation's secret.</summary>
    /// <param name="token">The secret as it came in.</param>
    /// <param name="cancellationToken">Ends the query.</param>
    /// <returns>Null when the secret is wrong or the invitation can no longer be accepted.</returns>
    public async Task<Student?> ExecuteAsync(string? token, CancellationToken cancellationToken)
    {
        if (!InvitationToken.TryRead(token, personalData, out var read))
        {
            return null;
        }

        var invitation = await store.FindInvitationAsync(read.InvitationId, cancellationToken);
        if (invitation is null || invitation.ExpiresAt <= time.GetUtcNow())
        {
            return null;
        }

        return await students.FindAsync(invitation.StudentId, cancellationToken) is { IsActive: true } student ? student : null;
    }
}
