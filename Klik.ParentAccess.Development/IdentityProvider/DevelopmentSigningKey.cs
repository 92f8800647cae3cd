using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Klik.ParentAccess.Development.IdentityProvider;

/// <summary>The key that signs the development identity provider's tokens, made at the first use after the start.</summary>
internal sealed class DevelopmentSigningKey : IDisposable
{
    private readonly RSA _key = RSA.Create(2048);

    public DevelopmentSigningKey()
    {
        var security = new RsaSecurityKey(_key) { KeyId = Convert.ToHexString(RandomNumberGenerator.GetBytes(8)) };
        Credentials = new SigningCredentials(security, SecurityAlgorithms.RsaSha256);
        var parameters = _key.ExportParameters(includePrivateParameters: false);
        KeySet = new
        {
            keys = new[]
            {
                new
                {
                    kty = "RSA",
                    use = "sig",
                    alg = "RS256",
                    kid = security.KeyId,
                    n = Base64UrlEncoder.Encode(parameters.Modulus),
                    e = Base64UrlEncoder.Encode(parameters.Exponent),
                },
            },
        };
    }

    public SigningCredentials Credentials { get; }

    /// <summary>The public half, as the key set document says it.</summary>
    public object KeySet { get; }

    public void Dispose() => _key.Dispose();
}
