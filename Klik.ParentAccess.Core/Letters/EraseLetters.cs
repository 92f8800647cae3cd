using Klik.ParentAccess.Core.Letters.Throttling;
using Klik.ParentAccess.Core.Storage;
using Microsoft.Extensions.Options;

namespace Klik.ParentAccess.Core.Letters;

/// <summary>Takes away letters and counted attempts that have been kept long enough (rule I13). Run by the host, daily or more often.</summary>
public sealed class EraseLetters(IParentAccessStore store, IAttemptCounters counters, IOptions<ParentAccessOptions> options, TimeProvider time)
{
    /// <summary>Removes them.</summary>
    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using (var work = await store.BeginAsync(cancellationToken))
        {
            await work.Letters.RemoveExpiredAsync(now.AddDays(-options.Value.ExpiredLetterDays), cancellationToken);
            await work.CommitAsync(cancellationToken);
        }

        await counters.RemoveAsync(now - RedeemThrottle.LongestWindow, cancellationToken);
    }
}
