namespace Klik.ParentAccess.Core.Sessions;

/// <summary>A session as its parent sees it.</summary>
/// <param name="BeganAt">Since when.</param>
/// <param name="IsPresent">Whether it is the one that asks.</param>
public sealed record OpenSession(DateTimeOffset BeganAt, bool IsPresent);
