using Klik.ParentAccess.Core.Privacy;

namespace Klik.ParentAccess.Core.Accounts;

/// <summary>A parent's account: as little as possible (rule I13).</summary>
/// <param name="Id">The identifier.</param>
/// <param name="UserName">Made from the latest invitation's name (rule I10); unique in the school.</param>
/// <param name="NamedAt">When the invitation that the user name is made from was sent.</param>
/// <param name="Address">Where mail goes; null where the parent never had an invitation.</param>
/// <param name="AddressHash">What the address is matched by (rule I10).</param>
/// <param name="Language">The language that the parent chose, two letters; null for the school's.</param>
/// <param name="Preferences">What the parent wants to be told, and how (rule L8).</param>
public sealed record ParentAccount(
    string Id,
    string UserName,
    DateTimeOffset NamedAt,
    ProtectedText? Address,
    AddressHash? AddressHash,
    string? Language,
    NotificationPreferences Preferences);
