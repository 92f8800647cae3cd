using Klik.ParentAccess.Core.Links;

namespace Klik.ParentAccess.Core.Accounts;

/// <summary>What a parent sees of the own account.</summary>
/// <param name="UserName">The user name (rule I10).</param>
/// <param name="EmailAddress">Where mail goes, if known.</param>
/// <param name="Language">The language chosen, two letters; null for the school's.</param>
/// <param name="Preferences">How the parent wants to be told of news (rule L8).</param>
/// <param name="Students">Whom the parent sees (rule I6).</param>
public sealed record ParentSettings(
    string UserName,
    string? EmailAddress,
    string? Language,
    NotificationPreferences Preferences,
    IReadOnlyList<LinkedStudent> Students);
