using Klik.ParentAccess.Core.Events;
using Klik.ParentAccess.Core.Observability;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Core.Links;

/// <summary>A student withdraws consent: from that moment the parent sees nothing of the student (rule I4).</summary>
public sealed class WithdrawConsent(IParentAccessStore store, ParentAccessMetrics metrics, IParentAccessEvents events, TimeProvider time)
{
    /// <summary>Removes the link and the messages queued about it. Open sessions find out at their next request.</summary>
    /// <returns>False when the student has no such link (any more).</returns>
    public async Task<bool> ExecuteAsync(StudentId student, Guid linkId, CancellationToken cancellationToken)
    {
        await using var work = await store.BeginAsync(cancellationToken);
        var link = await work.Links.TryRemoveAsync(student, linkId, cancellationToken);
        if (link is null)
        {
            return false;
        }

        await work.Outbox.RemoveOfLinksAsync([link.Id], cancellationToken);
        if (await work.Links.CountOfAccountAsync(link.AccountId, cancellationToken) == 0)
        {
            await work.Accounts.SetWithoutLinksSinceAsync(link.AccountId, time.GetUtcNow(), cancellationToken);
        }

        await work.CommitAsync(cancellationToken);
        metrics.ConsentWithdrawn();
        events.Publish(new ParentAccessEvent.ConsentWithdrawn(link.Id));
        return true;
    }
}
