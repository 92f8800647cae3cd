using Klik.ParentAccess.Core.Outbox;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.Students;
using Microsoft.Extensions.Options;

namespace Klik.ParentAccess.Core.Invitations;

/// <summary>A student has an invitation's mail sent again; it lives its full time again.</summary>
public sealed class ResendInvitation(
    IParentAccessStore store,
    InvitationMailAllowance allowance,
    IOptions<ParentAccessOptions> options,
    TimeProvider time)
{
    /// <summary>Queues the mail anew, in place of one that is still queued.</summary>
    public async Task<ResendInvitationResult> ExecuteAsync(StudentId student, Guid invitationId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var expiresAt = now.AddDays(options.Value.InvitationLifetimeDays);
        await using var work = await store.BeginAsync(cancellationToken);
        if (!await work.Invitations.TryExtendAsync(student, invitationId, now, now - InvitationMailAllowance.Pause, expiresAt, cancellationToken))
        {
            var invitation = await store.FindInvitationAsync(invitationId, cancellationToken);
            return invitation?.StudentId == student && invitation.ExpiresAt > now ? ResendInvitationResult.TooSoon : ResendInvitationResult.NotOpen;
        }

        if (!await allowance.TryTakeAsync(work, student, now, cancellationToken))
        {
            return ResendInvitationResult.TooMany;
        }

        await work.Outbox.RemoveOfInvitationAsync(invitationId, cancellationToken);
        await work.Outbox.AddAsync(OutboxMessage.ForInvitation(invitationId, now), cancellationToken);
        await work.CommitAsync(cancellationToken);
        return ResendInvitationResult.Resent;
    }
}
