using Klik.ParentAccess.Core.Accounts;
using Klik.Portal.Storage;
using Microsoft.AspNetCore.Identity;

namespace Klik.Portal.Accounts;

/// <summary>Finds free user names among the school's parents (rule I10).</summary>
internal sealed class UserNames(Statements statements, ILookupNormalizer normalizer)
{
    private const string Taken = "SELECT user_name_normalized FROM accounts WHERE school_id = @school AND id <> @account AND user_name_normalized IN";

    /// <summary>Finds one. The caller holds the lock on the school's user names.</summary>
    /// <param name="name">The name that it is made from.</param>
    /// <param name="accountId">The account that it is for, whose present user name counts as free; null for a new one.</param>
    /// <param name="cancellationToken">Ends the search.</param>
    public Task<string> FreeAsync(string name, string? accountId, CancellationToken cancellationToken) => FreeUserName.FindAsync(
        name,
        normalizer.NormalizeName,
        candidates =>
        {
            var names = new ValueList("@name", candidates);
            return statements.ListAsync(
                new Statement($"{Taken} {names}", [("@account", accountId ?? ""), .. names.Parameters]),
                row => row.GetString(0),
                cancellationToken);
        });
}
