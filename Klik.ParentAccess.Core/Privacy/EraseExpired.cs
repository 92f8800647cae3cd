using Klik.ParentAccess.Core.OwnAccounts;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Core.Throttling;
using Microsoft.Extensions.Options;

namespace Klik.ParentAccess.Core.Privacy;

/// <summary>Takes away what has been kept long enough (rule I13). Run by the host, daily or more often.</summary>
public sealed class EraseExpired(IParentAccessStore store, IAttemptCounters counters, IOptions<ParentAccessOptions> options, TimeProvider time)
{
    /// <summary>Expires invitations, then removes old ones, old views, accounts long without a link, sessions that are over and old counts of attempts.</summary>
    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using (var work = await store.BeginAsync(cancellationToken))
        {
            await work.Invitations.ExpireAsync(now, cancellationToken);
            await work.Invitations.RemoveExpiredAsync(now.AddDays(-options.Value.ExpiredInvitationDays), cancellationToken);
            await work.Invitations.RemoveMailCountsAsync(DateOnly.FromDateTime(now.UtcDateTime).AddDays(-1), cancellationToken);
            await work.Views.RemoveAsync(now.AddDays(-options.Value.ViewLogDays), cancellationToken);
            await work.Accounts.DeleteWithoutLinksAsync(now.AddDays(-options.Value.AccountWithoutLinksDays), cancellationToken);
            await work.Sessions.RemoveEndedAsync(now, cancellationToken);
            await EraseOwnAccounts.ExecuteAsync(work, now, cancellationToken);
            await work.CommitAsync(cancellationToken);
        }

        await counters.RemoveAsync(now - AttemptLimit.LongestWindow, cancellationToken);
    }
}
