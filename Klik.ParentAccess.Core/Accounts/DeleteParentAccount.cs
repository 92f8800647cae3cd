using Klik.ParentAccess.Core.OwnAccounts;
using Klik.ParentAccess.Core.Storage;

namespace Klik.ParentAccess.Core.Accounts;

/// <summary>A parent deletes the account: its links end and everything kept of the parent goes (rule I13).</summary>
public sealed class DeleteParentAccount(IParentAccessStore store)
{
    /// <summary>Deletes it, together with the account at the school that the parent signed in with. Doing so twice does no harm.</summary>
    /// <param name="accountId">The parent who is signed in.</param>
    /// <param name="own">What the session remembers of an own account; null for a parent who signs in elsewhere.</param>
    /// <param name="cancellationToken">Ends the work; nothing has happened then.</param>
    public async Task ExecuteAsync(string accountId, OwnAccountSession? own, CancellationToken cancellationToken)
    {
        await using var work = await store.BeginAsync(cancellationToken);

        var links = await work.Links.RemoveOfAccountAsync(accountId, cancellationToken);
        await work.Outbox.RemoveOfLinksAsync([.. links], cancellationToken);
        await work.Views.RemoveOfAccountAsync(accountId, cancellationToken);
        await work.Accounts.DeleteAsync(accountId, cancellationToken);
        if (own is not null)
        {
            await work.OwnAccounts.RemoveAsync(own.OwnAccountId, cancellationToken);
        }

        await work.Sessions.EndOfAccountAsync(accountId, kept: null, cancellationToken);
        await work.CommitAsync(cancellationToken);
    }
}
