using System.Buffers.Text;

namespace Klik.ParentAccess.Core.Privacy;

/// <summary>A name or an address, encrypted with the school's key (AES-256-GCM); what the store keeps.</summary>
/// <param name="Value">Key version, nonce, cipher text and tag in base64url.</param>
public sealed record ProtectedText(string Value)
{
    /// <summary>How many characters tell the key version.</summary>
    public const int BeginningLength = 2;

    /// <summary>What the texts under a key version begin with: its eight bits and the nonce's first four, so that there are sixteen.</summary>
    public static IReadOnlyList<string> BeginningsUnder(byte keyVersion) =>
        [.. Enumerable.Range(0, 16).Select(nonce => Base64Url.EncodeToString([keyVersion, (byte)(nonce << 4)])[..BeginningLength])];
}
