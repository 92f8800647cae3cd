using Klik.ParentAccess.Core.Privacy;

namespace Klik.ParentAccess.Core.OwnAccounts;

/// <summary>What a parent sees of the own account.</summary>
public sealed class FindOwnAccount(IOwnAccountStore accounts, PersonalData personalData)
{
    /// <summary>Finds it; null when it is gone.</summary>
    public async Task<KeptOwnAccount?> ExecuteAsync(Guid id, CancellationToken cancellationToken)
    {
        if (await accounts.FindAsync(id, cancellationToken) is not { } account)
        {
            return null;
        }

        var passkeys = await accounts.PasskeysAsync(id, cancellationToken);
        return new KeptOwnAccount(
            personalData.Unprotect(account.Name),
            personalData.Unprotect(account.Address),
            account.CreatedAt,
            account.ConfirmedAt,
            account.PasswordHash is not null,
            [.. passkeys.Select(passkey => new KeptOwnAccount.KeptPasskey(passkey.CredentialId, passkey.CreatedAt))]);
    }
}
