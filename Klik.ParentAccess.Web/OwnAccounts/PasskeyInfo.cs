using System.Buffers.Text;
using Klik.ParentAccess.Core.OwnAccounts;
using Microsoft.AspNetCore.Identity;

namespace Klik.ParentAccess.Web.OwnAccounts;

/// <summary>A passkey as ASP.NET Core Identity knows it, and as Core does.</summary>
internal static class PasskeyInfo
{
    public static UserPasskeyInfo From(Passkey passkey) => new(
        Base64Url.DecodeFromChars(passkey.CredentialId),
        Base64Url.DecodeFromChars(passkey.PublicKey),
        passkey.CreatedAt,
        (uint)passkey.SignCount,
        transports: null,
        isUserVerified: true,
        passkey.IsBackupEligible,
        passkey.IsBackedUp,
        // Kept of neither: they tell of the device, and nothing asks for them again.
        attestationObject: [],
        clientDataJson: []);

    /// <summary>Null for one that is longer than the store takes.</summary>
    public static Passkey? Read(UserPasskeyInfo info)
    {
        var passkey = new Passkey(
            Base64Url.EncodeToString(info.CredentialId),
            Base64Url.EncodeToString(info.PublicKey),
            info.SignCount,
            info.IsBackupEligible,
            info.IsBackedUp,
            info.CreatedAt);
        return passkey.CredentialId.Length <= Passkey.MaxCredentialIdLength && passkey.PublicKey.Length <= Passkey.MaxPublicKeyLength ? passkey : null;
    }
}
