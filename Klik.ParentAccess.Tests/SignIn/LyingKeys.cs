using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Klik.ParentAccess.Tests.SignIn;

/// <summary>The keys of the lying provider, and its pen: tokens are written by hand, so that any can be.</summary>
internal sealed class LyingKeys : IDisposable
{
    // Making a key takes long; every provider begins with the same.
    private static readonly RSAParameters First = NewKey();
    private static readonly RSAParameters Stranger = NewKey();

    private readonly ECDsa _curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly RSA _stranger = RSA.Create(Stranger);
    private RSA _current = RSA.Create(First);
    private string _kid = "key-1";

    /// <summary>Replaces the signing key; the old one is no longer published.</summary>
    public void Rotate(string kid)
    {
        _current.Dispose();
        _current = RSA.Create(2048);
        _kid = kid;
    }

    public object KeySet(string issuerOfAnotherTenant)
    {
        var curve = _curve.ExportParameters(false);
        return new
        {
            keys = new object[]
            {
                Rsa(_current, _kid),
                new { kty = "EC", use = "sig", kid = "curve", crv = "P-256", x = Text(curve.Q.X!), y = Text(curve.Q.Y!) },
                RsaOfTenant(_stranger, "other-tenant", issuerOfAnotherTenant),
            },
        };
    }

    public string Write(string payload, SigningPlan plan, string clientSecret, IReadOnlyDictionary<string, object?> moreHeader)
    {
        var header = new Dictionary<string, object?>(moreHeader)
        {
            ["typ"] = "JWT",
            ["alg"] = plan switch
            {
                SigningPlan.None => "none",
                SigningPlan.HmacWithPublicKey or SigningPlan.HmacWithClientSecret => "HS256",
                SigningPlan.HonestEllipticCurve => "ES256",
                _ => "RS256",
            },
        };
        if (plan != SigningPlan.WrongKeyWithoutId)
        {
            header["kid"] = plan switch
            {
                SigningPlan.UnknownKey => "never-seen",
                SigningPlan.HonestEllipticCurve => "curve",
                SigningPlan.KeyOfAnotherTenant => "other-tenant",
                _ => _kid,
            };
        }

        var content = $"{Text(JsonSerializer.SerializeToUtf8Bytes(header))}.{Text(Encoding.UTF8.GetBytes(payload))}";
        return $"{content}.{Text(Sign(Encoding.ASCII.GetBytes(content), plan, clientSecret))}";
    }

    public void Dispose()
    {
        _curve.Dispose();
        _stranger.Dispose();
        _current.Dispose();
    }

    private byte[] Sign(byte[] content, SigningPlan plan, string clientSecret) => plan switch
    {
        SigningPlan.None => [],
        SigningPlan.HmacWithPublicKey => HMACSHA256.HashData(Encoding.ASCII.GetBytes(_current.ExportSubjectPublicKeyInfoPem()), content),
        SigningPlan.HmacWithClientSecret => HMACSHA256.HashData(Encoding.UTF8.GetBytes(clientSecret), content),
        SigningPlan.HonestEllipticCurve => _curve.SignData(content, HashAlgorithmName.SHA256),
        SigningPlan.Honest => _current.SignData(content, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
        _ => _stranger.SignData(content, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1),
    };

    private static object Rsa(RSA key, string kid)
    {
        var parameters = key.ExportParameters(false);
        return new { kty = "RSA", use = "sig", kid, alg = "RS256", n = Text(parameters.Modulus!), e = Text(parameters.Exponent!) };
    }

    private static object RsaOfTenant(RSA key, string kid, string issuer)
    {
        var parameters = key.ExportParameters(false);
        return new { kty = "RSA", use = "sig", kid, issuer, n = Text(parameters.Modulus!), e = Text(parameters.Exponent!) };
    }

    private static RSAParameters NewKey()
    {
        using var key = RSA.Create(2048);
        return key.ExportParameters(true);
    }

    private static string Text(byte[] bytes) => Base64Url.EncodeToString(bytes);
}
