namespace Klik.ParentAccess.Core.Accounts;

/// <summary>Whether somebody who has signed in at a provider has an account, with access or without (rules L5, L6). Accepts nothing
/// and lets nobody in.</summary>
public sealed class AccountOfIdentity(IParentAccounts accounts)
{
    /// <summary>Finds the account by issuer and subject (rule P1); null when there is none.</summary>
    public Task<ParentAccount?> ExecuteAsync(ExternalIdentity identity, CancellationToken cancellationToken) =>
        accounts.FindAsync(identity.Issuer, identity.Subject, cancellationToken);
}
