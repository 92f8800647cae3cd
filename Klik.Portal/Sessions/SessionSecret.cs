using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Klik.ParentAccess.Core.Sessions;

namespace Klik.Portal.Sessions;

/// <summary>What a session's cookie holds and nobody else: 256 random bits.</summary>
/// <param name="Text">In base64url.</param>
internal sealed record SessionSecret(string Text)
{
    private const int Bytes = 32;

    /// <summary>What is kept of it.</summary>
    public SessionHash Hash => new(Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(Text))));

    /// <summary>Makes one.</summary>
    public static SessionSecret New() => new(Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes)));

    /// <summary>Hidden: it is a secret.</summary>
    public override string ToString() => "(session)";
}
