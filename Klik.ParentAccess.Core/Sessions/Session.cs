namespace Klik.ParentAccess.Core.Sessions;

/// <summary>A session that the host keeps at its server, so that it can be ended there (rule I13: nothing of browser, device or network).</summary>
/// <param name="Hash">What it is known by.</param>
/// <param name="AccountId">The parent's account; null for a student or an administrator.</param>
/// <param name="BeganAt">Since when.</param>
/// <param name="EndsAt">Until when, if it is not used any more.</param>
public sealed record Session(SessionHash Hash, string? AccountId, DateTimeOffset BeganAt, DateTimeOffset EndsAt);
