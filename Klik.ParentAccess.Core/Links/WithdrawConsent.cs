using Klik.ParentAccess.Core.Events;
using Klik.ParentAccess.Core.Observability;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Core.Links;

/// <summary>A student withdraws consent: from that moment the parent sees nothing of the student (rule I4).</summary>
public sealed class WithdrawConsent(
    IParentAccessStore store,
    LinkEnding ending,
    ParentAccessMetrics metrics,
    IParentAccessEvents events,
    TimeProvider time)
{
    /// <summary>
    /// Removes the link and the messages queued about it. Open sessions find out at their next request. The letter that the link
    /// came through is revoked: its code is still in the parent's hands, and with a free seat it would open the door again.
    /// </summary>
    /// <returns>False when the student has no such link (any more).</returns>
    public async Task<bool> ExecuteAsync(StudentId student, Guid linkId, CancellationToken cancellationToken)
    {
        var found = await store.FindLinkAsync(linkId, cancellationToken);
        await using var work = await store.BeginAsync(cancellationToken);
        if (found?.Link is { Origin: LinkOrigin.Letter } link && link.StudentId == student)
        {
            await work.Letters.RevokeOfLinkAsync(student, linkId, time.GetUtcNow(), cancellationToken);
        }

        if (!await ending.EndAsync(work, student, linkId, cancellationToken))
        {
            return false;
        }

        await work.CommitAsync(cancellationToken);
        metrics.ConsentWithdrawn();
        events.Publish(new ParentAccessEvent.ConsentWithdrawn(linkId));
        return true;
    }
}
