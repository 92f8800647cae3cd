using Klik.ParentAccess.Core.Outbox;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.Students;
using Microsoft.Extensions.Options;

namespace Klik.ParentAccess.Core.Invitations;

/// <summary>A student has an invitation's mail sent again; it lives its full time again.</summary>
public sealed class ResendInvitation(IParentAccessStore store, IOptions<ParentAccessOptions> options, TimeProvider time)
{
    /// <summary>Queues the mail anew, in place of one that is still queued.</summary>
    /// <returns>False when the student has no such invitation that can be accepted now.</returns>
    public async Task<bool> ExecuteAsync(StudentId student, Guid invitationId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var work = await store.BeginAsync(cancellationToken);
        if (!await work.Invitations.TryExtendAsync(student, invitationId, now, now.AddDays(options.Value.InvitationLifetimeDays), cancellationToken))
        {
            return false;
        }

        await work.Outbox.RemoveOfInvitationAsync(invitationId, cancellationToken);
        await work.Outbox.AddAsync(OutboxMessage.ForInvitation(invitationId, now), cancellationToken);
        await work.CommitAsync(cancellationToken);
        return true;
    }
}
