namespace Klik.ParentAccess.Core.OwnAccounts;

/// <summary>A passkey of an own account: what is needed to recognise it, and nothing about the device (rule I13).</summary>
/// <param name="CredentialId">The authenticator's name for it, in base64url; unique in the school.</param>
/// <param name="PublicKey">Its public key (COSE), in base64url.</param>
/// <param name="SignCount">How often it signed, as it says itself; many always say 0.</param>
/// <param name="IsBackupEligible">Whether it may be copied to other devices.</param>
/// <param name="IsBackedUp">Whether it has been.</param>
/// <param name="CreatedAt">When it was added.</param>
public sealed record Passkey(
    string CredentialId,
    string PublicKey,
    long SignCount,
    bool IsBackupEligible,
    bool IsBackedUp,
    DateTimeOffset CreatedAt)
{
    /// <summary>The longest credential id, in characters: 1023 bytes in base64url.</summary>
    public const int MaxCredentialIdLength = 1364;

    /// <summary>The longest public key that is accepted, in characters.</summary>
    public const int MaxPublicKeyLength = 2000;
}
