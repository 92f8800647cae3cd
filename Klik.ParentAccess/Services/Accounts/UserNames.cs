using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Services.Storage;
using Microsoft.AspNetCore.Identity;

namespace Klik.ParentAccess.Services.Accounts;

/// <summary>Finds free user names among all users of the tenant (rule I10).</summary>
internal sealed class UserNames(TenantDatabase database, ILookupNormalizer normalizer)
{
    /// <summary>Finds one. The caller holds the lock on user names.</summary>
    /// <param name="name">The name that it is made from.</param>
    /// <param name="accountId">The account that it is for, whose present user name counts as free; null for a new one.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public Task<string> FreeAsync(string name, string? accountId, CancellationToken cancellationToken) => FreeUserName.FindAsync(
        name,
        normalizer.NormalizeName,
        candidates => database.QueryAsync(
            $"""SELECT "NormalizedUserName" FROM {database.Users} WHERE "NormalizedUserName" IN {candidates} AND "UserId" <> {accountId ?? ""}""",
            row => row.GetString(0),
            cancellationToken));
}
