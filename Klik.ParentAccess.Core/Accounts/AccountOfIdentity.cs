using Klik.ParentAccess.Core.Storage;

namespace Klik.ParentAccess.Core.Accounts;

/// <summary>Whether somebody who has signed in at a provider has an account, with access or without (rules L5, L6). Accepts nothing
/// and lets nobody in.</summary>
public sealed class AccountOfIdentity(IParentAccessStore store)
{
    /// <summary>Finds the account by issuer and subject (rule P1); null when there is none.</summary>
    public async Task<ParentAccount?> ExecuteAsync(ExternalIdentity identity, CancellationToken cancellationToken)
    {
        await using var work = await store.BeginAsync(cancellationToken);
        return await work.Accounts.FindAsync(identity.Issuer, identity.Subject, cancellationToken);
    }
}
