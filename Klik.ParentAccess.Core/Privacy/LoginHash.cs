namespace Klik.ParentAccess.Core.Privacy;

/// <summary>
/// The keyed hash (HMAC-SHA-256) of an external account's issuer and subject, to know the account again without keeping them: a
/// provider's subject can be the key to a public profile (rules I13, P1).
/// </summary>
/// <param name="Value">Key version, full stop, hash in base64url; 46 to 48 characters.</param>
public sealed record LoginHash(string Value);
