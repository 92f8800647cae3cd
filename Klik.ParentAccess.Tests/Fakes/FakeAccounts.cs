using System.Globalization;
using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Storage;

namespace Klik.ParentAccess.Tests.Fakes;

internal sealed class FakeAccounts(FakeUnitOfWork work, FakeStudents students) : IParentAccounts
{
    public Task<ParentAccount?> FindAsync(string issuer, string subject, CancellationToken cancellationToken) =>
        Task.FromResult(work.State.Accounts.Values.FirstOrDefault(account => account.Login.Issuer == issuer && account.Login.Subject == subject)?.Account);

    public async Task<ParentAccount> GetOrCreateAsync(NewParent parent, CancellationToken cancellationToken)
    {
        if (await FindAsync(parent.Issuer, parent.Subject, cancellationToken) is { } known)
        {
            return known;
        }

        var id = $"account-{work.State.Accounts.Count + 1}";
        var account = new ParentAccount(
            id, FreeName(parent.Name.Value, id), parent.NamedAt, parent.Address, parent.AddressHash, parent.Language, NotificationPreferences.Default);
        work.State = work.State with { Accounts = work.State.Accounts.Add(id, new FakeAccount(account, new ExternalLogin(parent.Provider, parent.Issuer, parent.Subject), null)) };
        return account;
    }

    public Task RenameByAddressAsync(IReadOnlyList<AddressHash> hashes, PersonName name, DateTimeOffset namedAt, CancellationToken cancellationToken)
    {
        foreach (var account in work.State.Accounts.Values.Where(account => account.Account.AddressHash is { } hash && hashes.Contains(hash)).ToList())
        {
            Change(account.Account.Id, known => Renamed(known, name, namedAt));
        }

        return Task.CompletedTask;
    }

    public Task SetAddressAsync(string accountId, ProtectedText address, AddressHash hash, PersonName name, DateTimeOffset namedAt, CancellationToken cancellationToken)
    {
        Change(accountId, known => Renamed(known, name, namedAt) with { Address = address, AddressHash = hash });
        return Task.CompletedTask;
    }

    public Task SetPreferencesAsync(string accountId, string? language, NotificationPreferences preferences, CancellationToken cancellationToken)
    {
        Change(accountId, known => known with { Language = language, Preferences = preferences });
        return Task.CompletedTask;
    }

    public Task SetWithoutLinksSinceAsync(string accountId, DateTimeOffset? since, CancellationToken cancellationToken)
    {
        var account = work.State.Accounts[accountId];
        work.State = work.State with { Accounts = work.State.Accounts.SetItem(accountId, account with { WithoutLinksSince = since }) };
        return Task.CompletedTask;
    }

    public Task RenewLoginAsync(string issuer, string subject, CancellationToken cancellationToken) => Task.CompletedTask;

    public Task DeleteAsync(string accountId, CancellationToken cancellationToken)
    {
        work.State = work.State with { Accounts = work.State.Accounts.Remove(accountId) };
        return Task.CompletedTask;
    }

    public Task<int> DeleteWithoutLinksAsync(DateTimeOffset since, CancellationToken cancellationToken)
    {
        var gone = work.State.Accounts.Values.Where(account => account.WithoutLinksSince < since).Select(account => account.Account.Id).ToList();
        work.State = work.State with { Accounts = work.State.Accounts.RemoveRange(gone) };
        return Task.FromResult(gone.Count);
    }

    public Task<Page<ParentListItem>> ListAsync(PageRequest page, CancellationToken cancellationToken)
    {
        var all = work.State.Accounts.Values
            .Where(account => page.Search is null || account.Account.UserName.Contains(page.Search, StringComparison.OrdinalIgnoreCase))
            .OrderBy(account => account.Account.UserName, StringComparer.Ordinal)
            .Select(account => new ParentListItem(
                account.Account.UserName,
                work.State.Links.Values.Any(link => link.AccountId == account.Account.Id && students.Get(link.StudentId).IsActive)))
            .ToList();
        return Task.FromResult(new Page<ParentListItem>([.. all.Skip(page.Skip).Take(page.Take)], page.Number, page.Take, all.Count));
    }

    private ParentAccount Renamed(ParentAccount account, PersonName name, DateTimeOffset namedAt) =>
        namedAt < account.NamedAt ? account : account with { UserName = FreeName(name.Value, account.Id), NamedAt = namedAt };

    private string FreeName(string name, string accountId)
    {
        var taken = work.State.Accounts.Values.Where(other => other.Account.Id != accountId).Select(other => other.Account.UserName).ToHashSet();
        return Enumerable.Range(1, 1000)
            .Select(number => number == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} {number}"))
            .First(free => !taken.Contains(free));
    }

    private void Change(string accountId, Func<ParentAccount, ParentAccount> change)
    {
        var account = work.State.Accounts[accountId];
        work.State = work.State with { Accounts = work.State.Accounts.SetItem(accountId, account with { Account = change(account.Account) }) };
    }
}
