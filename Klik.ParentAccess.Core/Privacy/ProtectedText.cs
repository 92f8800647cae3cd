namespace Klik.ParentAccess.Core.Privacy;

/// <summary>A name or an address, encrypted with the school's key (AES-256-GCM); what the store keeps.</summary>
/// <param name="Value">Key version, nonce, cipher text and tag in base64url.</param>
public sealed record ProtectedText(string Value);
