using Klik.ParentAccess.Core.Storage;

namespace Klik.ParentAccess.Core.OwnAccounts;

/// <summary>Ends the sessions of whoever signs in with an own account, because a way to sign in changed.</summary>
internal static class EndSessionsOfOwnAccount
{
    /// <summary>Ends them, within a unit of work that the caller commits. Whoever made the change begins a new one.</summary>
    public static async Task ExecuteAsync(IUnitOfWork work, Guid ownAccountId, CancellationToken cancellationToken)
    {
        if (await work.Accounts.FindAsync(OwnAccount.Issuer, ownAccountId.ToString(), cancellationToken) is { } account)
        {
            await work.Sessions.EndOfAccountAsync(account.Id, kept: null, cancellationToken);
        }
    }
}
