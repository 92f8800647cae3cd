namespace Klik.ParentAccess.Core.Letters;

/// <summary>The keyed hash (HMAC-SHA-256) of an activation code: what the store finds a letter by (rule P4).</summary>
/// <param name="Value">Key version, full stop, hash in base64url; 45 to 47 characters.</param>
public sealed record CodeHash(string Value);
