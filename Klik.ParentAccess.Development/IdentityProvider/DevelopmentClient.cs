using System.Security.Cryptography;
using System.Text;

namespace Klik.ParentAccess.Development.IdentityProvider;

/// <summary>The one client of the development identity provider: the host itself. Its secret is new at every start.</summary>
internal sealed class DevelopmentClient
{
    public const string Id = "klik-development";

    public string Secret { get; } = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));

    public bool IsIt(string clientId, string secret) =>
        clientId == Id && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(secret), Encoding.UTF8.GetBytes(Secret));
}
