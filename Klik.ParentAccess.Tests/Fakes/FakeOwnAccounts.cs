using Klik.ParentAccess.Core.OwnAccounts;
using Klik.ParentAccess.Core.Privacy;

namespace Klik.ParentAccess.Tests.Fakes;

internal sealed class FakeOwnAccounts(Func<FakeState> get, Action<FakeState> set) : IOwnAccountStore
{
    public Task AddAsync(OwnAccount account, CancellationToken cancellationToken)
    {
        set(get() with { OwnAccounts = get().OwnAccounts.Add(account.Id, account) });
        return Task.CompletedTask;
    }

    public Task<OwnAccount?> FindAsync(Guid id, CancellationToken cancellationToken) => Task.FromResult(get().OwnAccounts.GetValueOrDefault(id));

    public Task<OwnAccountsOfAddress> OfAddressAsync(IReadOnlyList<AddressHash> hashes, CancellationToken cancellationToken)
    {
        var known = get().OwnAccounts.Values.Where(account => hashes.Contains(account.AddressHash)).OrderBy(account => account.CreatedAt).ToList();
        return Task.FromResult(new OwnAccountsOfAddress(
            known.Find(account => account.ConfirmedAt is not null), known.Find(account => account.ConfirmedAt is null)));
    }

    public Task<bool> TryConfirmAsync(Guid id, IReadOnlyList<AddressHash> hashes, DateTimeOffset now, CancellationToken cancellationToken) =>
        Task.FromResult(get().OwnAccounts.TryGetValue(id, out var account)
            && account.ConfirmedAt is null
            && !get().OwnAccounts.Values.Any(other => other.ConfirmedAt is not null && hashes.Contains(other.AddressHash))
            && Put(account with { ConfirmedAt = now }));

    public Task<bool> TrySetPasswordAsync(OwnAccount account, string passwordHash, DateTimeOffset securedAt, CancellationToken cancellationToken) =>
        Task.FromResult(IsUnchanged(account) && Put(get().OwnAccounts[account.Id] with { PasswordHash = passwordHash, SecuredAt = securedAt }));

    public Task<bool> TrySecureAsync(OwnAccount account, DateTimeOffset securedAt, CancellationToken cancellationToken) =>
        Task.FromResult(IsUnchanged(account) && Put(get().OwnAccounts[account.Id] with { SecuredAt = securedAt }));

    public Task RemoveAsync(Guid id, CancellationToken cancellationToken)
    {
        set(get() with { OwnAccounts = get().OwnAccounts.Remove(id) });
        return RemovePasskeysAsync(id, cancellationToken);
    }

    public Task<int> RemoveWithoutParentAsync(DateTimeOffset unconfirmedBefore, DateTimeOffset confirmedBefore, CancellationToken cancellationToken)
    {
        var gone = get().OwnAccounts.Values
            .Where(account => account.CreatedAt < confirmedBefore || (account.ConfirmedAt is null && account.CreatedAt < unconfirmedBefore))
            .Where(account => get().Accounts.Values.All(parent => parent.Login.Subject != account.Id.ToString()))
            .Select(account => account.Id)
            .ToList();
        set(get() with { OwnAccounts = get().OwnAccounts.RemoveRange(gone) });
        return Task.FromResult(gone.Count);
    }

    public Task<IReadOnlyList<Passkey>> PasskeysAsync(Guid id, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<Passkey>>([.. get().Passkeys.Where(known => known.OwnAccountId == id).Select(known => known.Passkey)]);

    public Task<bool> TryAddPasskeyAsync(Guid id, Passkey passkey, CancellationToken cancellationToken)
    {
        if (get().Passkeys.Exists(known => known.Passkey.CredentialId == passkey.CredentialId))
        {
            return Task.FromResult(false);
        }

        set(get() with { Passkeys = get().Passkeys.Add(new NewPasskey(id, passkey)) });
        return Task.FromResult(true);
    }

    public Task UpdatePasskeyAsync(Guid id, Passkey passkey, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task<bool> TryRemovePasskeyAsync(Guid id, string credentialId, CancellationToken cancellationToken)
    {
        var before = get().Passkeys;
        set(get() with { Passkeys = before.RemoveAll(known => known.OwnAccountId == id && known.Passkey.CredentialId == credentialId) });
        return Task.FromResult(get().Passkeys.Count < before.Count);
    }

    public Task RemovePasskeysAsync(Guid id, CancellationToken cancellationToken)
    {
        set(get() with { Passkeys = get().Passkeys.RemoveAll(known => known.OwnAccountId == id) });
        return Task.CompletedTask;
    }

    private bool IsUnchanged(OwnAccount account) =>
        get().OwnAccounts.TryGetValue(account.Id, out var known) && known.SecuredAt == account.SecuredAt;

    private bool Put(OwnAccount account)
    {
        set(get() with { OwnAccounts = get().OwnAccounts.SetItem(account.Id, account) });
        return true;
    }
}
