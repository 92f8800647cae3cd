using Klik.ParentAccess.Core.OwnAccounts;
using Klik.ParentAccess.Core.Privacy;
using Klik.Portal.Accounts;
using Microsoft.EntityFrameworkCore;

namespace Klik.Portal.Storage.OwnAccounts;

/// <summary>The parents' own accounts in the portal's database.</summary>
internal sealed class EfOwnAccountStore(Lazy<ParentAccessDbContext> context, Statements statements, RowLocks locks) : IOwnAccountStore
{
    private DbSet<OwnAccountRow> Rows => context.Value.Set<OwnAccountRow>();

    private DbSet<PasskeyRow> Passkeys => context.Value.Set<PasskeyRow>();

    /// <inheritdoc/>
    public Task AddAsync(OwnAccount account, CancellationToken cancellationToken) =>
        statements.InsertAsync(OwnAccountRow.From(statements.SchoolId, account), cancellationToken);

    /// <inheritdoc/>
    public async Task<OwnAccount?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        (await Row(id).FirstOrDefaultAsync(cancellationToken))?.ToOwnAccount();

    /// <inheritdoc/>
    public async Task<OwnAccountsOfAddress> OfAddressAsync(IReadOnlyList<AddressHash> hashes, CancellationToken cancellationToken)
    {
        var values = hashes.Select(hash => hash.Value).ToList();
        var ofAddress = Rows.Where(row => values.Contains(row.AddressHash));
        var confirmed = await ofAddress.Where(row => row.ConfirmedAt != null).OrderBy(row => row.ConfirmedAt).FirstOrDefaultAsync(cancellationToken);
        var unconfirmed = await ofAddress
            .Where(row => row.ConfirmedAt == null)
            .OrderBy(row => row.CreatedAt).ThenBy(row => row.Id)
            .FirstOrDefaultAsync(cancellationToken);
        return new OwnAccountsOfAddress(confirmed?.ToOwnAccount(), unconfirmed?.ToOwnAccount());
    }

    /// <inheritdoc/>
    public async Task<bool> TryConfirmAsync(Guid id, IReadOnlyList<AddressHash> hashes, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Two of one address take turns here, so that the second sees the first; the unique index stands behind it.
        await locks.OwnAccountsAsync(hashes, cancellationToken);
        var values = hashes.Select(hash => hash.Value).ToList();
        return await Row(id)
            .Where(row => row.ConfirmedAt == null && !Rows.Any(other => values.Contains(other.ConfirmedAddressHash!)))
            .ExecuteUpdateAsync(
                set => set.SetProperty(row => row.ConfirmedAt, now).SetProperty(row => row.ConfirmedAddressHash, row => row.AddressHash),
                cancellationToken) == 1;
    }

    /// <inheritdoc/>
    public async Task<bool> TrySetPasswordAsync(OwnAccount account, string passwordHash, DateTimeOffset securedAt, CancellationToken cancellationToken) =>
        await Unchanged(account).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.PasswordHash, passwordHash).SetProperty(row => row.SecuredAt, securedAt),
            cancellationToken) == 1;

    /// <inheritdoc/>
    public async Task<bool> TrySecureAsync(OwnAccount account, DateTimeOffset securedAt, CancellationToken cancellationToken) =>
        await Unchanged(account).ExecuteUpdateAsync(set => set.SetProperty(row => row.SecuredAt, securedAt), cancellationToken) == 1;

    /// <inheritdoc/>
    public Task RemoveAsync(Guid id, CancellationToken cancellationToken) => Row(id).ExecuteDeleteAsync(cancellationToken);

    /// <inheritdoc/>
    public Task<int> RemoveWithoutParentAsync(DateTimeOffset unconfirmedBefore, DateTimeOffset confirmedBefore, CancellationToken cancellationToken)
    {
        var logins = context.Value.Set<AccountLoginRow>().Where(login => login.Issuer == OwnAccount.Issuer);
        return Rows
            .Where(row => row.CreatedAt < confirmedBefore || (row.ConfirmedAt == null && row.CreatedAt < unconfirmedBefore))
            .Where(row => !logins.Any(login => login.Subject == row.Id))
            .ExecuteDeleteAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Passkey>> PasskeysAsync(Guid id, CancellationToken cancellationToken) =>
        [.. (await PasskeysOf(id).OrderBy(row => row.CreatedAt).ThenBy(row => row.CredentialId).ToListAsync(cancellationToken)).Select(row => row.ToPasskey())];

    /// <inheritdoc/>
    public Task<bool> TryAddPasskeyAsync(Guid id, Passkey passkey, CancellationToken cancellationToken) =>
        statements.TryInsertAsync(PasskeyRow.From(statements.SchoolId, id, passkey), cancellationToken);

    /// <inheritdoc/>
    public Task UpdatePasskeyAsync(Guid id, Passkey passkey, CancellationToken cancellationToken) =>
        PasskeysOf(id).Where(row => row.CredentialId == passkey.CredentialId && row.SignCount <= passkey.SignCount).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.SignCount, passkey.SignCount).SetProperty(row => row.IsBackedUp, passkey.IsBackedUp),
            cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> TryRemovePasskeyAsync(Guid id, string credentialId, CancellationToken cancellationToken) =>
        await PasskeysOf(id).Where(row => row.CredentialId == credentialId).ExecuteDeleteAsync(cancellationToken) == 1;

    /// <inheritdoc/>
    public Task RemovePasskeysAsync(Guid id, CancellationToken cancellationToken) => PasskeysOf(id).ExecuteDeleteAsync(cancellationToken);

    private IQueryable<OwnAccountRow> Row(Guid id)
    {
        var text = id.ToString();
        return Rows.Where(row => row.Id == text);
    }

    private IQueryable<OwnAccountRow> Unchanged(OwnAccount account)
    {
        var securedAt = account.SecuredAt;
        return Row(account.Id).Where(row => row.SecuredAt == securedAt);
    }

    private IQueryable<PasskeyRow> PasskeysOf(Guid id)
    {
        var text = id.ToString();
        return Passkeys.Where(row => row.OwnAccountId == text);
    }
}
