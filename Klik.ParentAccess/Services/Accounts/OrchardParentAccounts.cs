using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Storage;
using Klik.ParentAccess.Services.Storage;
using Microsoft.AspNetCore.Identity;

namespace Klik.ParentAccess.Services.Accounts;

/// <summary>
/// The parents' accounts: an Orchard user, which has the user name and the role and nothing else of the parent, and a row of
/// ours with the rest.
/// </summary>
internal sealed class OrchardParentAccounts(
    TenantDatabase database,
    TenantTransactions transactions,
    RowLocks locks,
    ParentUsers users,
    ILookupNormalizer normalizer,
    PersonalData personal,
    UserNames userNames) : IParentAccounts
{
    /// <inheritdoc/>
    public Task<ParentAccount?> FindAsync(string issuer, string subject, CancellationToken cancellationToken) =>
        FindWhereAsync($"a.login_hash IN {personal.HashesOfLogin(issuer, subject).Select(hash => hash.Value).ToList()}", cancellationToken);

    /// <inheritdoc/>
    public Task<ParentAccount> GetOrCreateAsync(NewParent parent, CancellationToken cancellationToken) =>
        transactions.JoinAsync(
            async () =>
            {
                await locks.UserNamesAsync(cancellationToken);
                return await FindAndLockAsync(parent, cancellationToken) ?? await CreateAsync(parent, cancellationToken);
            },
            cancellationToken);

    /// <inheritdoc/>
    public async Task RenameByAddressAsync(
        IReadOnlyList<AddressHash> hashes,
        PersonName name,
        DateTimeOffset namedAt,
        CancellationToken cancellationToken)
    {
        await transactions.JoinAsync(
            async () =>
            {
                await locks.UserNamesAsync(cancellationToken);
                foreach (var id in await NamedBeforeAsync(hashes, namedAt, cancellationToken))
                {
                    await RenameAsync(id, name, namedAt, cancellationToken);
                }

                return true;
            },
            cancellationToken);
    }

    /// <inheritdoc/>
    public Task SetAddressAsync(
        string accountId,
        ProtectedText address,
        AddressHash hash,
        PersonName name,
        DateTimeOffset namedAt,
        CancellationToken cancellationToken) =>
        transactions.JoinAsync(
            async () =>
            {
                await locks.UserNamesAsync(cancellationToken);
                await database.ExecuteAsync(
                    $"UPDATE {database.Accounts} SET address = {address.Value}, address_hash = {hash.Value} WHERE id = {accountId}",
                    cancellationToken);
                await RenameAsync(accountId, name, namedAt, cancellationToken);
                return true;
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task SetPreferencesAsync(
        string accountId,
        string? language,
        NotificationPreferences preferences,
        CancellationToken cancellationToken) =>
        transactions.JoinAsync(
            () => database.ExecuteAsync(
                $"""
                UPDATE {database.Accounts} SET language = {language}, wants_email = {preferences.Email}, wants_push = {preferences.Push}
                WHERE id = {accountId}
                """,
                cancellationToken),
            cancellationToken);

    /// <inheritdoc/>
    public Task SetWithoutLinksSinceAsync(string accountId, DateTimeOffset? since, CancellationToken cancellationToken) =>
        transactions.JoinAsync(
            () => database.ExecuteAsync(
                $"UPDATE {database.Accounts} SET without_links_since = {since?.UtcTicks} WHERE id = {accountId}",
                cancellationToken),
            cancellationToken);

    /// <inheritdoc/>
    public Task RenewLoginAsync(string issuer, string subject, CancellationToken cancellationToken)
    {
        var hashes = personal.HashesOfLogin(issuer, subject).Select(hash => hash.Value).ToList();
        return hashes is [var newest, .. { Count: > 0 } older]
            ? transactions.JoinAsync(
                () => database.ExecuteAsync($"UPDATE {database.Accounts} SET login_hash = {newest} WHERE login_hash IN {older}", cancellationToken),
                cancellationToken)
            : Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task DeleteAsync(string accountId, CancellationToken cancellationToken) =>
        transactions.JoinAsync(
            async () =>
            {
                await locks.UserNamesAsync(cancellationToken);
                return await RemoveAsync(accountId, cancellationToken);
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<int> DeleteWithoutLinksAsync(DateTimeOffset since, CancellationToken cancellationToken) =>
        transactions.JoinAsync(
            async () =>
            {
                await locks.UserNamesAsync(cancellationToken);
                var deleted = 0;
                foreach (var id in await WithoutLinksAsync($"a.without_links_since < {since}", cancellationToken))
                {
                    // Whoever gets a link now waits for the account's lock, or got it before and is seen here.
                    await locks.AccountAsync(id, cancellationToken);
                    if ((await WithoutLinksAsync($"a.id = {id} AND a.without_links_since < {since}", cancellationToken)).Count > 0
                        && await RemoveAsync(id, cancellationToken))
                    {
                        deleted++;
                    }
                }

                return deleted;
            },
            cancellationToken);

    /// <inheritdoc/>
    public async Task<Page<ParentListItem>> ListAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var pattern = $"%{Like.Escape(normalizer.NormalizeName(page.Search?.Trim()) ?? "")}%";
        var total = await database.CountAsync(
            $"""
            SELECT COUNT(*) FROM {database.Accounts} a JOIN {database.Users} u ON u."UserId" = a.id
            WHERE u."NormalizedUserName" LIKE {pattern} ESCAPE {Like.EscapeCharacter}
            """,
            cancellationToken);
        var found = await database.QueryAsync(
            Sql.Join(
                $"SELECT a.user_name, ",
                ParentStatus.Condition(database),
                $"""
                 FROM {database.Accounts} a JOIN {database.Users} u ON u."UserId" = a.id
                WHERE u."NormalizedUserName" LIKE {pattern} ESCAPE {Like.EscapeCharacter}
                ORDER BY u."NormalizedUserName" LIMIT {page.Take} OFFSET {page.Skip}
                """),
            row => new ParentListItem(row.GetString(0), row.Flag(1)),
            cancellationToken);
        return new Page<ParentListItem>(found, Math.Max(1, page.Number), page.Take, total);
    }

    private async Task<ParentAccount?> FindWhereAsync(FormattableString condition, CancellationToken cancellationToken) =>
        (await database.QueryAsync(
            Sql.Join($"SELECT {AccountReading.Columns} FROM {database.Accounts} a WHERE ", condition),
            row => row.Account(),
            cancellationToken)).FirstOrDefault();

    // Locked, so that what is linked to it next finds it there; the parent may just be deleting it.
    private async Task<ParentAccount?> FindAndLockAsync(NewParent parent, CancellationToken cancellationToken)
    {
        if (await FindAsync(parent.Issuer, parent.Subject, cancellationToken) is not { } account)
        {
            return null;
        }

        await locks.AccountAsync(account.Id, cancellationToken);
        await RenewLoginAsync(parent.Issuer, parent.Subject, cancellationToken);
        return await FindWhereAsync($"a.id = {account.Id}", cancellationToken);
    }

    private async Task<ParentAccount> CreateAsync(NewParent parent, CancellationToken cancellationToken)
    {
        var user = await users.CreateAsync(await userNames.FreeAsync(parent.Name.Value, accountId: null, cancellationToken), cancellationToken);
        await database.ExecuteAsync(
            $"""
            INSERT INTO {database.Accounts} (id, login_hash, provider, user_name, named_at, address, address_hash,
                language, wants_email, wants_push)
            VALUES ({user.UserId}, {personal.HashLogin(parent.Issuer, parent.Subject).Value}, {parent.Provider}, {user.UserName},
                {parent.NamedAt}, {parent.Address?.Value}, {parent.AddressHash?.Value},
                {parent.Language}, {NotificationPreferences.Default.Email}, {NotificationPreferences.Default.Push})
            """,
            cancellationToken);
        return new ParentAccount(
            user.UserId,
            user.UserName,
            parent.NamedAt,
            parent.Address,
            parent.AddressHash,
            parent.Language,
            NotificationPreferences.Default);
    }

    private async Task RenameAsync(string accountId, PersonName name, DateTimeOffset namedAt, CancellationToken cancellationToken)
    {
        var renamed = await database.ExecuteAsync(
            $"UPDATE {database.Accounts} SET named_at = {namedAt} WHERE id = {accountId} AND named_at <= {namedAt}",
            cancellationToken);
        var userName = renamed == 0 ? null : await userNames.FreeAsync(name.Value, accountId, cancellationToken);
        if (userName is not null && await users.TryRenameAsync(accountId, userName, cancellationToken))
        {
            await database.ExecuteAsync($"UPDATE {database.Accounts} SET user_name = {userName} WHERE id = {accountId}", cancellationToken);
        }
    }

    private async Task<bool> RemoveAsync(string accountId, CancellationToken cancellationToken)
    {
        // The row is what makes a user ours: no other user is ever deleted from here.
        await locks.AccountAsync(accountId, cancellationToken);
        if (await database.CountAsync($"SELECT COUNT(*) FROM {database.Accounts} WHERE id = {accountId}", cancellationToken) == 0)
        {
            return false;
        }

        await ParentRows.RemoveAsync(database, accountId, cancellationToken);
        await users.RemoveAsync(accountId, cancellationToken);
        return true;
    }

    private Task<List<string>> NamedBeforeAsync(IReadOnlyList<AddressHash> hashes, DateTimeOffset namedAt, CancellationToken cancellationToken)
    {
        var values = hashes.Select(hash => hash.Value).ToList();
        return database.QueryAsync(
            $"SELECT id FROM {database.Accounts} WHERE address_hash IN {values} AND named_at <= {namedAt} ORDER BY id",
            row => row.GetString(0),
            cancellationToken);
    }

    private Task<List<string>> WithoutLinksAsync(FormattableString condition, CancellationToken cancellationToken) =>
        database.QueryAsync(
            Sql.Join(
                $"SELECT a.id FROM {database.Accounts} a WHERE NOT EXISTS (SELECT 1 FROM {database.Links} l WHERE l.account_id = a.id) AND ",
                condition,
                $" ORDER BY a.id"),
            row => row.GetString(0),
            cancellationToken);
}
