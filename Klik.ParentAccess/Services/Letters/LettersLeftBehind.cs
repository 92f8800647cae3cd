using Klik.ParentAccess.Indexes;
using Klik.ParentAccess.Services.Storage;
using OrchardCore.Environment.Extensions.Features;
using OrchardCore.Environment.Shell;

namespace Klik.ParentAccess.Services.Letters;

/// <summary>
/// Revokes letters whose parents lost access while the feature was off. With the feature on, withdrawing consent does that, because
/// the parent still has the code and a free seat would open the door again (rule I4); off, nobody could.
/// </summary>
internal sealed class LettersLeftBehind(HiddenItems items, TenantDatabase database, TenantTransactions transactions, TimeProvider time) : FeatureEventHandler
{
    /// <inheritdoc/>
    public override async Task EnabledAsync(IFeatureInfo feature)
    {
        if (feature.Id == Features.Letters)
        {
            await transactions.JoinAsync(RevokeAsync, CancellationToken.None);
        }
    }

    private async Task<bool> RevokeAsync()
    {
        var now = time.GetUtcNow().UtcTicks;
        var links = (await database.QueryAsync($"SELECT id FROM {database.Links}", row => row.Id(0), CancellationToken.None)).ToHashSet();
        foreach (var item in await items.LockAsync<LetterPartIndex>(index => index.UsedSeats > 0 && index.ExpiresAtTicks > now, CancellationToken.None))
        {
            var part = item.LetterPart();
            if (part.RevokedAtTicks is null && part.UsedSeats.Any(seat => !links.Contains(seat.LinkId)))
            {
                part.RevokedAtTicks = now;
                await items.SaveAsync(item, part, CancellationToken.None);
            }
        }

        return true;
    }
}
