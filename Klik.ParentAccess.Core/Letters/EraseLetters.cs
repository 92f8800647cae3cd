using Klik.ParentAccess.Core.Storage;
using Microsoft.Extensions.Options;

namespace Klik.ParentAccess.Core.Letters;

/// <summary>Takes away letters that have been kept long enough (rule I13). Run by the host, daily or more often.</summary>
public sealed class EraseLetters(IParentAccessStore store, IOptions<ParentAccessOptions> options, TimeProvider time)
{
    /// <summary>Removes them.</summary>
    public async Task ExecuteAsync(CancellationToken cancellationToken)
    {
        await using var work = await store.BeginAsync(cancellationToken);
        await work.Letters.RemoveExpiredAsync(time.GetUtcNow().AddDays(-options.Value.ExpiredLetterDays), cancellationToken);
        await work.CommitAsync(cancellationToken);
    }
}
