using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Core.Invitations;

/// <summary>A student deletes an invitation that is not accepted; its link is dead from then on (rule I3).</summary>
public sealed class DeleteInvitation(IParentAccessStore store)
{
    /// <summary>Deletes it, with its queued mail.</summary>
    /// <returns>False when the student has no such invitation (any more): it may just have been accepted.</returns>
    public async Task<bool> ExecuteAsync(StudentId student, Guid invitationId, CancellationToken cancellationToken)
    {
        await using var work = await store.BeginAsync(cancellationToken);
        if (!await work.Invitations.TryDeleteAsync(student, invitationId, cancellationToken))
        {
            return false;
        }

        await work.Outbox.RemoveOfInvitationAsync(invitationId, cancellationToken);
        await work.CommitAsync(cancellationToken);
        return true;
    }
}
