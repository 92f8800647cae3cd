using Klik.ParentAccess.Core.Storage;

namespace Klik.ParentAccess.Core.Accounts;

/// <summary>A parent deletes the account: its links end and everything kept of the parent goes (rule I13).</summary>
public sealed class DeleteParentAccount(IParentAccessStore store)
{
    /// <summary>Deletes it. Doing so twice does no harm.</summary>
    public async Task ExecuteAsync(string accountId, CancellationToken cancellationToken)
    {
        await using var work = await store.BeginAsync(cancellationToken);
        var links = await work.Links.RemoveOfAccountAsync(accountId, cancellationToken);
        await work.Outbox.RemoveOfLinksAsync([.. links], cancellationToken);
        await work.Views.RemoveOfAccountAsync(accountId, cancellationToken);
        await work.Accounts.DeleteAsync(accountId, cancellationToken);
        await work.CommitAsync(cancellationToken);
    }
}
