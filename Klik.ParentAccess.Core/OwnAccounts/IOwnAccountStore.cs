using Klik.ParentAccess.Core.Privacy;

namespace Klik.ParentAccess.Core.OwnAccounts;

/// <summary>
/// The present school's own accounts and their passkeys. Changes take part in the unit of work that is open
/// in the same scope; every one-time change is one conditional statement.
/// </summary>
public interface IOwnAccountStore
{
    /// <summary>Adds an account that is not confirmed.</summary>
    Task AddAsync(OwnAccount account, CancellationToken cancellationToken);

    /// <summary>Finds an account by its id.</summary>
    Task<OwnAccount?> FindAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>
    /// The accounts known by one of these hashes: the confirmed one, if there is one, and the oldest that is not.
    /// </summary>
    Task<OwnAccountsOfAddress> OfAddressAsync(IReadOnlyList<AddressHash> hashes, CancellationToken cancellationToken);

    /// <summary>Confirms an account's address.</summary>
    /// <param name="id">The account.</param>
    /// <param name="hashes">What its address may be known by, the newest key's first.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Ends the change.</param>
    /// <returns>False when it is confirmed or gone, or another account of the same address is confirmed.</returns>
    Task<bool> TryConfirmAsync(Guid id, IReadOnlyList<AddressHash> hashes, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Changes the password, unless a way to sign in has changed since the account was read.</summary>
    /// <param name="account">The account as it was read.</param>
    /// <param name="passwordHash">The new password's hash.</param>
    /// <param name="securedAt">The new <see cref="OwnAccount.SecuredAt"/>; the same one where only the hash is made anew.</param>
    /// <param name="cancellationToken">Ends the change.</param>
    Task<bool> TrySetPasswordAsync(OwnAccount account, string passwordHash, DateTimeOffset securedAt, CancellationToken cancellationToken);

    /// <summary>Ends what was begun before, unless a way to sign in has changed since the account was read.</summary>
    Task<bool> TrySecureAsync(OwnAccount account, DateTimeOffset securedAt, CancellationToken cancellationToken);

    /// <summary>Removes an account with its passkeys.</summary>
    Task RemoveAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Removes the accounts that no parent's account belongs to: registered before one moment and never confirmed,
    /// or registered before the other.</summary>
    /// <returns>How many.</returns>
    Task<int> RemoveWithoutParentAsync(DateTimeOffset unconfirmedBefore, DateTimeOffset confirmedBefore, CancellationToken cancellationToken);

    /// <summary>An account's passkeys, the oldest first.</summary>
    Task<IReadOnlyList<Passkey>> PasskeysAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Adds a passkey.</summary>
    /// <returns>False when the credential belongs to an account already.</returns>
    Task<bool> TryAddPasskeyAsync(Guid id, Passkey passkey, CancellationToken cancellationToken);

    /// <summary>Stores what a passkey said of itself at a sign-in.</summary>
    Task UpdatePasskeyAsync(Guid id, Passkey passkey, CancellationToken cancellationToken);

    /// <summary>Removes a passkey.</summary>
    /// <returns>False when the account has no such passkey.</returns>
    Task<bool> TryRemovePasskeyAsync(Guid id, string credentialId, CancellationToken cancellationToken);

    /// <summary>Removes an account's passkeys.</summary>
    Task RemovePasskeysAsync(Guid id, CancellationToken cancellationToken);
}
