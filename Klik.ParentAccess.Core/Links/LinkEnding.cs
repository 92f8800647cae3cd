using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.Students;

namespace Klik.ParentAccess.Core.Links;

/// <summary>Ends links, within a unit of work that the caller commits.</summary>
public sealed class LinkEnding(TimeProvider time)
{
    /// <summary>Removes a link of the student and the messages queued about it; with the last link the account's sessions end.</summary>
    /// <returns>False when the student has no such link (any more).</returns>
    internal async Task<bool> EndAsync(IUnitOfWork work, StudentId student, Guid linkId, CancellationToken cancellationToken)
    {
        var link = await work.Links.TryRemoveAsync(student, linkId, cancellationToken);
        if (link is null)
        {
            return false;
        }

        await work.Outbox.RemoveOfLinksAsync([link.Id], cancellationToken);
        if (await work.Links.CountOfAccountAsync(link.AccountId, cancellationToken) == 0)
        {
            await work.Accounts.SetWithoutLinksSinceAsync(link.AccountId, time.GetUtcNow(), cancellationToken);
            await work.Sessions.EndOfAccountAsync(link.AccountId, kept: null, cancellationToken);
        }

        return true;
    }
}
