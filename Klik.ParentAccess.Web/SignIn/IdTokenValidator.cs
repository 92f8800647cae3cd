using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace Klik.ParentAccess.Web.SignIn;

/// <summary>
/// Decides whether an ID token is this provider's, for us, for now and for this very sign-in (OpenID Connect Core 3.1.3.7).
/// </summary>
internal sealed class IdTokenValidator(OpenIdConnectCodeOptions options)
{
    private const int MaxSubjectLength = 255;

    // Signatures with a key pair only: the shared secret of HS256 would be whatever the attacker takes for it.
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256, SecurityAlgorithms.RsaSha384, SecurityAlgorithms.RsaSha512,
        SecurityAlgorithms.RsaSsaPssSha256, SecurityAlgorithms.RsaSsaPssSha384, SecurityAlgorithms.RsaSsaPssSha512,
        SecurityAlgorithms.EcdsaSha256, SecurityAlgorithms.EcdsaSha384, SecurityAlgorithms.EcdsaSha512,
    ];

    private readonly JsonWebTokenHandler _handler = new();

    /// <summary>Validates a token.</summary>
    /// <param name="encoded">The token as the token endpoint gave it.</param>
    /// <param name="nonce">The nonce that was sent with the challenge.</param>
    /// <param name="cancellationToken">Ends the wait for newer keys.</param>
    public async Task<IdTokenResult> ValidateAsync(string encoded, string nonce, CancellationToken cancellationToken)
    {
        if (Read(encoded) is not { } token || IdTokenClaims.Read(token) is not { } claims)
        {
            return SignInFault.IdTokenMalformed;
        }

        // No extension of the header is understood here, and "crit" says that one must be.
        if (!Algorithms.Contains(token.Alg, StringComparer.Ordinal) || token.TryGetHeaderValue<object>("crit", out _))
        {
            return SignInFault.IdTokenAlgorithm;
        }

        var document = await options.Metadata.GetAsync(cancellationToken);
        if (!HasKey(document, token.Kid))
        {
            document = await options.Metadata.GetNewerAsync(document, cancellationToken);
        }

        var signed = await _handler.ValidateTokenAsync(token, SignatureParameters(document, token));
        if (!signed.IsValid)
        {
            return SignInFault.IdTokenSignature;
        }

        return Judge(claims, token, document, nonce);
    }

    private IdTokenResult Judge(IdTokenClaims claims, JsonWebToken token, OpenIdConnectConfiguration document, string nonce)
    {
        if (options.Profile.AcceptIssuer(claims, document.Issuer) is not { } issuer || !KeyMaySignFor(claims, token, document))
        {
            return SignInFault.IdTokenIssuer;
        }

        if (!IsForUs(claims, token))
        {
            return SignInFault.IdTokenAudience;
        }

        if (!IsForNow(claims))
        {
            return SignInFault.IdTokenLifetime;
        }

        if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(claims.String("nonce") ?? ""), Encoding.UTF8.GetBytes(nonce)))
        {
            return SignInFault.IdTokenNonce;
        }

        return claims.String("sub") is { Length: > 0 and <= MaxSubjectLength } subject && !string.IsNullOrWhiteSpace(subject)
            ? IdTokenResult.Valid(issuer, claims)
            : SignInFault.IdTokenSubject;
    }

    private static JsonWebToken? Read(string encoded)
    {
        try
        {
            return new JsonWebToken(encoded);
        }
        catch (Exception exception) when (exception is ArgumentException or SecurityTokenException or FormatException)
        {
            return null;
        }
    }

    private static bool HasKey(OpenIdConnectConfiguration document, string? kid) =>
        string.IsNullOrEmpty(kid) || document.SigningKeys.Any(key => key.KeyId == kid);

    // Only the signature is left to the handler's own reading; what the token says is judged on the strictly read payload.
    private static TokenValidationParameters SignatureParameters(OpenIdConnectConfiguration document, JsonWebToken token) => new()
    {
        IssuerSigningKeys = document.SigningKeys,
        ValidAlgorithms = Algorithms,
        RequireSignedTokens = true,
        TryAllIssuerSigningKeys = string.IsNullOrEmpty(token.Kid),
        ValidateIssuerSigningKey = true,
        ValidateIssuer = false,
        ValidateAudience = false,
        ValidateLifetime = false,
    };

    // Microsoft names in its key set for whom a key signs: one tenant, or with the placeholder any.
    private static bool KeyMaySignFor(IdTokenClaims claims, JsonWebToken token, OpenIdConnectConfiguration document)
    {
        var key = document.JsonWebKeySet?.Keys.FirstOrDefault(candidate => candidate.Kid == token.Kid);
        if (key is null || !key.AdditionalData.TryGetValue("issuer", out var value) || value?.ToString() is not { Length: > 0 } keyIssuer)
        {
            return true;
        }

        return MicrosoftIdTokenProfile.TryGetTenant(claims, out var tenant)
            ? MicrosoftIdTokenProfile.Fill(keyIssuer, tenant) == claims.String("iss")
            : keyIssuer == claims.String("iss");
    }

    private bool IsForUs(IdTokenClaims claims, JsonWebToken token)
    {
        var audiences = token.Audiences.ToList();
        var hasParty = claims.Has("azp");
        return audiences.Contains(options.ClientId, StringComparer.Ordinal)
            && (hasParty || audiences.Count == 1)
            && (!hasParty || claims.String("azp") == options.ClientId);
    }

    private bool IsForNow(IdTokenClaims claims)
    {
        var now = options.Clock.GetUtcNow();
        return claims.Time("exp") is { } expires && expires > now - options.ClockSkew
            && (!claims.Has("nbf") || (claims.Time("nbf") is { } notBefore && notBefore <= now + options.ClockSkew))
            && claims.Time("iat") is { } issued && issued <= now + options.ClockSkew;
    }
}
