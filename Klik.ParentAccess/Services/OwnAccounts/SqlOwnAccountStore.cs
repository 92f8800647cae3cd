using System.Data.Common;
using Klik.ParentAccess.Core.OwnAccounts;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Services.Storage;

namespace Klik.ParentAccess.Services.OwnAccounts;

/// <summary>
/// The parents' own accounts in the tenant's database, apart from Orchard's users: Orchard's own login page knows none of their
/// passwords (rules I9, I13).
/// </summary>
internal sealed class SqlOwnAccountStore(TenantDatabase database, TenantTransactions transactions, RowLocks locks, PersonalData personal) : IOwnAccountStore
{
    private static readonly SqlName Columns =
        new("o.id, o.name, o.address, o.address_hash, o.language, o.created_at, o.confirmed_at, o.password_hash, o.secured_at");

    /// <inheritdoc/>
    public Task AddAsync(OwnAccount account, CancellationToken cancellationToken) =>
        database.ExecuteAsync(
            $"""
            INSERT INTO {database.OwnAccounts} (id, name, address, address_hash, language, created_at, password_hash, secured_at)
            VALUES ({account.Id}, {account.Name.Value}, {account.Address.Value}, {account.AddressHash.Value}, {account.Language},
                {account.CreatedAt}, {account.PasswordHash}, {account.SecuredAt})
            """,
            cancellationToken);

    /// <inheritdoc/>
    public async Task<OwnAccount?> FindAsync(Guid id, CancellationToken cancellationToken) =>
        (await database.QueryAsync($"SELECT {Columns} FROM {database.OwnAccounts} o WHERE o.id = {id}", Read, cancellationToken)).FirstOrDefault();

    /// <inheritdoc/>
    public async Task<OwnAccountsOfAddress> OfAddressAsync(IReadOnlyList<AddressHash> hashes, CancellationToken cancellationToken)
    {
        var values = hashes.Select(hash => hash.Value).ToList();
        var confirmed = await database.QueryAsync(
            $"SELECT {Columns} FROM {database.OwnAccounts} o WHERE o.confirmed_address_hash IN {values} ORDER BY o.confirmed_at LIMIT 1", Read, cancellationToken);
        var unconfirmed = await database.QueryAsync(
            $"SELECT {Columns} FROM {database.OwnAccounts} o WHERE o.address_hash IN {values} AND o.confirmed_at IS NULL ORDER BY o.created_at, o.id LIMIT 1",
            Read,
            cancellationToken);
        return new OwnAccountsOfAddress(confirmed.FirstOrDefault(), unconfirmed.FirstOrDefault());
    }

    /// <inheritdoc/>
    public async Task<bool> TryConfirmAsync(Guid id, IReadOnlyList<AddressHash> hashes, DateTimeOffset now, CancellationToken cancellationToken)
    {
        // Two of one address take turns here, so that the second sees the first; the unique index stands behind it.
        await locks.AddressAsync(hashes[0], cancellationToken);
        var values = hashes.Select(hash => hash.Value).ToList();
        return await database.ExecuteAsync(
            $"""
            UPDATE {database.OwnAccounts} SET confirmed_at = {now}, confirmed_address_hash = address_hash
            WHERE id = {id} AND confirmed_at IS NULL
                AND NOT EXISTS (SELECT 1 FROM {database.OwnAccounts} o WHERE o.confirmed_address_hash IN {values})
            """,
            cancellationToken) == 1;
    }

    /// <inheritdoc/>
    public async Task<bool> TrySetPasswordAsync(OwnAccount account, string passwordHash, DateTimeOffset securedAt, CancellationToken cancellationToken) =>
        await database.ExecuteAsync(
            $"UPDATE {database.OwnAccounts} SET password_hash = {passwordHash}, secured_at = {securedAt} WHERE id = {account.Id} AND secured_at = {account.SecuredAt}",
            cancellationToken) == 1;

    /// <inheritdoc/>
    public async Task<bool> TrySecureAsync(OwnAccount account, DateTimeOffset securedAt, CancellationToken cancellationToken) =>
        await database.ExecuteAsync(
            $"UPDATE {database.OwnAccounts} SET secured_at = {securedAt} WHERE id = {account.Id} AND secured_at = {account.SecuredAt}",
            cancellationToken) == 1;

    /// <inheritdoc/>
    public async Task RemoveAsync(Guid id, CancellationToken cancellationToken)
    {
        await RemovePasskeysAsync(id, cancellationToken);
        await database.ExecuteAsync($"DELETE FROM {database.OwnAccounts} WHERE id = {id}", cancellationToken);
    }

    /// <inheritdoc/>
    public Task<int> RemoveWithoutParentAsync(DateTimeOffset unconfirmedBefore, DateTimeOffset confirmedBefore, CancellationToken cancellationToken) =>
        transactions.JoinAsync(
            async () =>
            {
                var removed = 0;
                foreach (var id in await OldAsync(unconfirmedBefore, confirmedBefore, cancellationToken))
                {
                    if (!await HasParentAsync(id, cancellationToken))
                    {
                        await RemoveAsync(id, cancellationToken);
                        removed++;
                    }
                }

                return removed;
            },
            cancellationToken);

    /// <inheritdoc/>
    public async Task<IReadOnlyList<Passkey>> PasskeysAsync(Guid id, CancellationToken cancellationToken) =>
        await database.QueryAsync(
            $"""
            SELECT credential_id, public_key, sign_count, is_backup_eligible, is_backed_up, created_at FROM {database.Passkeys}
            WHERE own_account_id = {id} ORDER BY created_at, credential_id
            """,
            row => new Passkey(row.GetString(0), row.GetString(1), row.GetInt64(2), row.Flag(3), row.Flag(4), row.Moment(5)),
            cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> TryAddPasskeyAsync(Guid id, Passkey passkey, CancellationToken cancellationToken) =>
        await database.ExecuteAsync(
            $"""
            INSERT INTO {database.Passkeys} (credential_id, own_account_id, public_key, sign_count, is_backup_eligible, is_backed_up, created_at)
            VALUES ({passkey.CredentialId}, {id}, {passkey.PublicKey}, {passkey.SignCount}, {passkey.IsBackupEligible}, {passkey.IsBackedUp}, {passkey.CreatedAt})
            ON CONFLICT DO NOTHING
            """,
            cancellationToken) == 1;

    /// <inheritdoc/>
    public Task UpdatePasskeyAsync(Guid id, Passkey passkey, CancellationToken cancellationToken) =>
        database.ExecuteAsync(
            $"""
            UPDATE {database.Passkeys} SET sign_count = {passkey.SignCount}, is_backed_up = {passkey.IsBackedUp}
            WHERE own_account_id = {id} AND credential_id = {passkey.CredentialId} AND sign_count <= {passkey.SignCount}
            """,
            cancellationToken);

    /// <inheritdoc/>
    public async Task<bool> TryRemovePasskeyAsync(Guid id, string credentialId, CancellationToken cancellationToken) =>
        await database.ExecuteAsync($"DELETE FROM {database.Passkeys} WHERE own_account_id = {id} AND credential_id = {credentialId}", cancellationToken) == 1;

    /// <inheritdoc/>
    public Task RemovePasskeysAsync(Guid id, CancellationToken cancellationToken) =>
        database.ExecuteAsync($"DELETE FROM {database.Passkeys} WHERE own_account_id = {id}", cancellationToken);

    private Task<List<Guid>> OldAsync(DateTimeOffset unconfirmedBefore, DateTimeOffset confirmedBefore, CancellationToken cancellationToken) =>
        database.QueryAsync(
            $"""
            SELECT id FROM {database.OwnAccounts}
            WHERE created_at < {confirmedBefore} OR (confirmed_at IS NULL AND created_at < {unconfirmedBefore}) ORDER BY id
            """,
            row => row.Id(0),
            cancellationToken);

    // Of a login no more is kept than a keyed hash.
    private async Task<bool> HasParentAsync(Guid id, CancellationToken cancellationToken)
    {
        var hashes = personal.HashesOfLogin(OwnAccount.Issuer, id.ToString()).Select(hash => hash.Value).ToList();
        return await database.CountAsync($"SELECT COUNT(*) FROM {database.Accounts} WHERE login_hash IN {hashes}", cancellationToken) > 0;
    }

    private static OwnAccount Read(DbDataReader row) => new(
        row.Id(0),
        new ProtectedText(row.GetString(1)),
        new ProtectedText(row.GetString(2)),
        new AddressHash(row.GetString(3)),
        row.TextOrNull(4),
        row.Moment(5),
        row.MomentOrNull(6),
        row.TextOrNull(7),
        row.Moment(8));
}
