using Klik.ParentAccess.Core.Privacy;
using Klik.ParentAccess.Core.Storage;

namespace Klik.ParentAccess.Core.Accounts;

/// <summary>
/// The present school's parent accounts, on ASP.NET Core Identity in each host. Changes take part in the unit of work that is
/// open in the same scope.
/// </summary>
public interface IParentAccounts
{
    /// <summary>Finds an account by its external account, never by address (rule P1).</summary>
    Task<ParentAccount?> FindAsync(string issuer, string subject, CancellationToken cancellationToken);

    /// <summary>Makes an account with a user name that is free: the name itself, or with a number behind it.</summary>
    /// <returns>The account; the one that is already there when another caller made it at the same moment.</returns>
    Task<ParentAccount> GetOrCreateAsync(NewParent parent, CancellationToken cancellationToken);

    /// <summary>Renames every account known by one of these hashes of its address, unless it is named after a later
    /// invitation (rule I10).</summary>
    Task RenameByAddressAsync(IReadOnlyList<AddressHash> hashes, PersonName name, DateTimeOffset namedAt, CancellationToken cancellationToken);

    /// <summary>Gives an account the address of the invitation that it has just accepted, and its name unless the account is
    /// named after a later one (rule I10).</summary>
    Task SetAddressAsync(string accountId, ProtectedText address, AddressHash hash, PersonName name, DateTimeOffset namedAt, CancellationToken cancellationToken);

    /// <summary>Stores what the parent chose.</summary>
    Task SetPreferencesAsync(string accountId, string? language, NotificationPreferences preferences, CancellationToken cancellationToken);

    /// <summary>Notes since when an account has no link, or (null) that it has one.</summary>
    Task SetWithoutLinksSinceAsync(string accountId, DateTimeOffset? since, CancellationToken cancellationToken);

    /// <summary>Knows an account by the newest key from now on, where the host keeps no more of the external account than a keyed hash.</summary>
    Task RenewLoginAsync(string issuer, string subject, CancellationToken cancellationToken);

    /// <summary>Deletes an account with everything of it.</summary>
    Task DeleteAsync(string accountId, CancellationToken cancellationToken);

    /// <summary>Deletes the accounts that have had no link since before a moment.</summary>
    /// <returns>How many.</returns>
    Task<int> DeleteWithoutLinksAsync(DateTimeOffset since, CancellationToken cancellationToken);

    /// <summary>The parents by user name, for user management; searching looks at the user name only (rule I9).</summary>
    Task<Page<ParentListItem>> ListAsync(PageRequest page, CancellationToken cancellationToken);
}
