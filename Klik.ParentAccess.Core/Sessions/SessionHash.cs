namespace Klik.ParentAccess.Core.Sessions;

/// <summary>The hash (SHA-256) of the random secret in a session's cookie: whoever reads it in the database has no session by it.</summary>
/// <param name="Value">In base64url, 43 characters.</param>
public sealed record SessionHash(string Value);
