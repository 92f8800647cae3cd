using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Storage;

namespace Klik.ParentAccess.Tests.Parents;

/// <summary>The accounts, in memory.</summary>
internal sealed class FakeAccounts : IParentAccounts
{
    public Dictionary<string, ParentAccount> All { get; } = [];

    public Task<ParentAccount?> FindAsync(string accountId, CancellationToken cancellationToken) => Task.FromResult(All.GetValueOrDefault(accountId));

    public Task SetPreferencesAsync(string accountId, string? language, NotificationPreferences preferences, CancellationToken cancellationToken)
    {
        All[accountId] = All[accountId] with { Language = language, Preferences = preferences };
        return Task.CompletedTask;
    }

    public Task DeleteAsync(string accountId, CancellationToken cancellationToken)
    {
        All.Remove(accountId);
        return Task.CompletedTask;
    }

    public Task<ParentAccount?> FindAsync(string issuer, string subject, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<ParentAccount> GetOrCreateAsync(NewParent parent, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task RenameByAddressAsync(IReadOnlyList<AddressHash> hashes, PersonName name, DateTimeOffset namedAt, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task SetAddressAsync(string accountId, ProtectedText address, AddressHash hash, PersonName name, DateTimeOffset namedAt, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task SetWithoutLinksSinceAsync(string accountId, DateTimeOffset? since, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<int> DeleteWithoutLinksAsync(DateTimeOffset since, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Page<ParentListItem>> ListAsync(PageRequest page, CancellationToken cancellationToken) => throw new NotSupportedException();
}
