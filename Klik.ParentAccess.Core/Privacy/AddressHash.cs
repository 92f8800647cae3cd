namespace Klik.ParentAccess.Core.Privacy;

/// <summary>The keyed hash (HMAC-SHA-256) of an e-mail address, to match on without knowing the address.</summary>
/// <param name="Value">Key version, full stop, hash in base64url; 46 to 48 characters.</param>
public sealed record AddressHash(string Value);
