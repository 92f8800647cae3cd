using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Storage;
using Klik.Portal.Storage;
using Klik.Portal.Storage.Links;
using Klik.Portal.Students;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Klik.Portal.Accounts;

/// <summary>The parents' accounts in the portal's database, on ASP.NET Core Identity.</summary>
internal sealed class ParentAccounts(
    Lazy<ParentAccessDbContext> context,
    Statements statements,
    StoreTransactions transactions,
    RowLocks locks,
    UserManager<PortalUser> users,
    UserNames userNames,
    TimeProvider time) : IParentAccounts
{
    private DbSet<PortalUser> Rows => context.Value.Set<PortalUser>();

    /// <inheritdoc/>
    public async Task<ParentAccount?> FindAsync(string issuer, string subject, CancellationToken cancellationToken) =>
        (await users.FindByLoginAsync(issuer, subject))?.ToAccount();

    /// <inheritdoc/>
    public Task<ParentAccount> GetOrCreateAsync(NewParent parent, CancellationToken cancellationToken) =>
        transactions.JoinAsync(
            async () => await LockAsync(parent, cancellationToken) ?? await CreateAsync(parent, cancellationToken),
            cancellationToken);

    /// <inheritdoc/>
    public async Task RenameByAddressAsync(
        IReadOnlyList<AddressHash> hashes,
        PersonName name,
        DateTimeOffset namedAt,
        CancellationToken cancellationToken)
    {
        var values = new ValueList("@hash", hashes.Select(hash => hash.Value));
        var named = new Statement(
            $"SELECT id FROM accounts WHERE school_id = @school AND named_at <= @named AND address_hash IN {values} ORDER BY id",
            [("@named", namedAt.UtcTicks), .. values.Parameters]);
        await transactions.JoinAsync(
            async () =>
            {
                await locks.UserNamesAsync(cancellationToken);
                foreach (var id in await statements.ListAsync(named, row => row.GetString(0), cancellationToken))
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
                await Row(accountId).ExecuteUpdateAsync(
                    set => set.SetProperty(row => row.Address, address.Value).SetProperty(row => row.AddressHash, hash.Value),
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
            () => Row(accountId).ExecuteUpdateAsync(
                set => set
                    .SetProperty(row => row.Language, language)
                    .SetProperty(row => row.WantsEmail, preferences.Email)
                    .SetProperty(row => row.WantsPush, preferences.Push),
                cancellationToken),
            cancellationToken);

    /// <inheritdoc/>
    public Task SetWithoutLinksSinceAsync(string accountId, DateTimeOffset? since, CancellationToken cancellationToken) =>
        transactions.JoinAsync(
            async () =>
            {
                await statements.PutOffAsync(
                    new Statement(
                        "UPDATE accounts SET without_links_since = @since WHERE school_id = @school AND id = @account",
                        ("@account", accountId),
                        ("@since", since?.UtcTicks)),
                    cancellationToken);
                return true;
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task RenewLoginAsync(string issuer, string subject, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task DeleteAsync(string accountId, CancellationToken cancellationToken) =>
        transactions.JoinAsync(
            async () =>
            {
                // Links first, in the order of RowLocks; the database removes logins and views with the account.
                await locks.AccountAsync(accountId, cancellationToken);
                await context.Value.Set<LinkRow>().Where(row => row.AccountId == accountId).ExecuteDeleteAsync(cancellationToken);
                return await Row(accountId).ExecuteDeleteAsync(cancellationToken);
            },
            cancellationToken);

    /// <inheritdoc/>
    public Task<int> DeleteWithoutLinksAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var links = context.Value.Set<LinkRow>();
        return transactions.JoinAsync(
            () => Rows
                .Where(row => row.WithoutLinksSince < since && !links.Any(link => link.AccountId == row.Id))
                .ExecuteDeleteAsync(cancellationToken),
            cancellationToken);
    }

    /// <inheritdoc/>
    public async Task<Page<ParentListItem>> ListAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var search = users.NormalizeName(page.Search?.Trim());
        var found = string.IsNullOrEmpty(search) ? Rows : Rows.Where(row => row.UserNameNormalized.Contains(search));
        var total = await found.CountAsync(cancellationToken);
        var links = context.Value.Set<LinkRow>();
        var students = context.Value.Set<StudentRow>();
        var items = await found
            .OrderBy(row => row.UserNameNormalized)
            .Skip(page.Skip)
            .Take(page.Take)
            .Select(row => new ParentListItem(
                row.UserName,
                links.Any(link => link.AccountId == row.Id && students.Any(student =>
                    student.Id == link.StudentId && student.IsActiveInSource && !student.IsDeactivatedByAdministrator))))
            .ToListAsync(cancellationToken);
        return new Page<ParentListItem>(items, Math.Max(1, page.Number), page.Take, total);
    }

    private IQueryable<PortalUser> Row(string accountId) => Rows.Where(row => row.Id == accountId);

    // The names too. The account is locked, so that what is linked to it next finds it there; the parent may just be deleting it.
    private async Task<ParentAccount?> LockAsync(NewParent parent, CancellationToken cancellationToken)
    {
        var login = PortalUserRows.OfLogin(parent.Issuer, parent.Subject);
        return await statements.FirstAsync(login, PortalUserRows.Read, cancellationToken, locks.UserNames) is not { Id: var id }
            ? null
            : (await statements.FirstAsync(PortalUserRows.OfId(id), PortalUserRows.Read, cancellationToken, locks.Account(id)))?.ToAccount();
    }

    private async Task<ParentAccount> CreateAsync(NewParent parent, CancellationToken cancellationToken)
    {
        var userName = await userNames.FreeAsync(parent.Name.Value, accountId: null, cancellationToken);
        var user = new PortalUser
        {
            SchoolId = statements.SchoolId,
            Id = Guid.CreateVersion7(time.GetUtcNow()).ToString(),
            UserName = userName,
            UserNameNormalized = users.NormalizeName(userName)!,
            NamedAt = parent.NamedAt,
            Address = parent.Address?.Value,
            AddressHash = parent.AddressHash?.Value,
            Language = parent.Language,
            WantsEmail = NotificationPreferences.Default.Email,
            WantsPush = NotificationPreferences.Default.Push,
        };
        var login = new AccountLoginRow
        {
            SchoolId = user.SchoolId,
            Issuer = parent.Issuer,
            Subject = parent.Subject,
            AccountId = user.Id,
            Provider = parent.Provider,
        };
        var created = await users.CreateAsync(user);
        if (!created.Succeeded)
        {
            throw new InvalidOperationException($"The account could not be made: {string.Join(", ", created.Errors.Select(error => error.Code))}.");
        }

        await statements.InsertAsync(login, cancellationToken);
        return user.ToAccount();
    }

    private async Task RenameAsync(string accountId, PersonName name, DateTimeOffset namedAt, CancellationToken cancellationToken)
    {
        var userName = await userNames.FreeAsync(name.Value, accountId, cancellationToken);
        var normalized = users.NormalizeName(userName)!;
        await Row(accountId).Where(row => row.NamedAt <= namedAt).ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.UserName, userName)
                .SetProperty(row => row.UserNameNormalized, normalized)
                .SetProperty(row => row.NamedAt, namedAt),
            cancellationToken);
    }
}
