using Klik.ParentAccess.Core.Sessions;
using Microsoft.EntityFrameworkCore;

namespace Klik.Portal.Storage.Sessions;

/// <summary>Looks at the sessions in the portal's database.</summary>
internal sealed class EfSessions(Lazy<ParentAccessDbContext> context, Statements statements) : ISessions
{
    /// <inheritdoc/>
    public Task<bool> HoldsAsync(SessionHash hash, CancellationToken cancellationToken) =>
        statements.AnyAsync(new Statement("SELECT 1 FROM sessions WHERE school_id = @school AND id_hash = @hash", ("@hash", hash.Value)), cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Session>> OfAccountAsync(string accountId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = await context.Value.Set<SessionRow>()
            .Where(row => row.AccountId == accountId && row.EndsAt > now)
            .OrderByDescending(row => row.BeganAt)
            .ToListAsync(cancellationToken);
        return [.. rows.Select(row => row.ToSession())];
    }
}
