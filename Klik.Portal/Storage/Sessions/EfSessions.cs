using Klik.ParentAccess.Core.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Klik.Portal.Storage.Sessions;

/// <summary>Looks at the sessions in the portal's database.</summary>
internal sealed class EfSessions(ParentAccessDbContext context) : ISessions
{
    private DbSet<SessionRow> Rows => context.Set<SessionRow>();

    /// <inheritdoc/>
    public Task<bool> HoldsAsync(SessionHash hash, CancellationToken cancellationToken)
    {
        var value = hash.Value;
        return Rows.AnyAsync(row => row.IdHash == value, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Session>> OfAccountAsync(string accountId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = await Rows.Where(row => row.AccountId == accountId && row.EndsAt > now).OrderByDescending(row => row.BeganAt).ToListAsync(cancellationToken);
        return [.. rows.Select(row => row.ToSession())];
    }
}
