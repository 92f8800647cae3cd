using Klik.ParentAccess.Services.Storage;

namespace Klik.ParentAccess.Services.Accounts;

/// <summary>Ends the sessions of a parent, which are Orchard's.</summary>
internal sealed class ParentStamps(TenantTransactions transactions, RowLocks locks, ParentUsers users)
{
    /// <summary>Ends all of them; the one that is to go on is begun anew after it.</summary>
    /// <returns>False when there is no such parent.</returns>
    public Task<bool> RenewAsync(string accountId, CancellationToken cancellationToken) =>
        transactions.JoinAsync(
            async () =>
            {
                // Whoever renames the user at this moment writes the same document.
                await locks.UserNamesAsync(cancellationToken);
                return await users.TryRenewStampAsync(accountId, cancellationToken);
            },
            cancellationToken);
}
