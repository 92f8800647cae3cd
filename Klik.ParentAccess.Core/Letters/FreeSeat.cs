using Klik.ParentAccess.Core.Events;
using Klik.ParentAccess.Core.Links;
using Klik.ParentAccess.Core.Observability;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Core.Letters;

/// <summary>
/// A student frees a seat of the letter: whoever used it loses access, and the seat can be used again by anybody with the letter.
/// For somebody who registered with the wrong account; to keep somebody out there is <see cref="WithdrawConsent"/>.
/// </summary>
public sealed class FreeSeat(IParentAccessStore store, LinkEnding ending, ParentAccessMetrics metrics, IParentAccessEvents events)
{
    /// <summary>Frees it.</summary>
    /// <returns>False when no seat of the student's letter was used by that link (any more).</returns>
    public async Task<bool> ExecuteAsync(StudentId student, Guid linkId, CancellationToken cancellationToken)
    {
        await using var work = await store.BeginAsync(cancellationToken);
        if (!await work.Letters.TryFreeSeatAsync(student, linkId, cancellationToken))
        {
            return false;
        }

        var ended = await ending.EndAsync(work, student, linkId, cancellationToken);
        await work.CommitAsync(cancellationToken);
        if (ended)
        {
            metrics.ConsentWithdrawn();
            events.Publish(new ParentAccessEvent.ConsentWithdrawn(linkId));
        }

        return true;
    }
}
