using Klik.ParentAccess.Core.Accounts;
using Klik.Portal.Storage;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Klik.Portal.Accounts;

/// <summary>Finds free user names among the school's parents (rule I10).</summary>
internal sealed class UserNames(ParentAccessDbContext context, ILookupNormalizer normalizer)
{
    /// <summary>Finds one. The caller holds the lock on the school's user names.</summary>
    /// <param name="name">The name that it is made from.</param>
    /// <param name="accountId">The account that it is for, whose present user name counts as free; null for a new one.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public Task<string> FreeAsync(string name, string? accountId, CancellationToken cancellationToken) => FreeUserName.FindAsync(
        name,
        normalizer.NormalizeName,
        candidates => context.Set<PortalUser>()
            .Where(user => candidates.Contains(user.UserNameNormalized) && user.Id != accountId)
            .Select(user => user.UserNameNormalized)
            .ToListAsync(cancellationToken));
}
