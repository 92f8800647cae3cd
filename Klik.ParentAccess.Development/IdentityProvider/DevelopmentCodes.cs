using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Microsoft.IdentityModel.Tokens;

namespace Klik.ParentAccess.Development.IdentityProvider;

/// <summary>The codes that are under way: each is good once, for a minute, and for the request that it was given to.</summary>
internal sealed class DevelopmentCodes(TimeProvider timeProvider)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(60);

    private readonly ConcurrentDictionary<string, IssuedCode> _codes = new(StringComparer.Ordinal);

    public string Issue(DevelopmentProvider provider, AuthorizationRequest request, ChosenAccount account)
    {
        var now = timeProvider.GetUtcNow();
        foreach (var (old, issued) in _codes)
        {
            if (issued.ExpiresAt <= now)
            {
                _codes.TryRemove(old, out _);
            }
        }

        var code = Base64UrlEncoder.Encode(RandomNumberGenerator.GetBytes(32));
        _codes[code] = new IssuedCode(provider, request, account, now + Lifetime);
        return code;
    }

    /// <summary>Takes a code out, right or wrong: a second try with it never succeeds.</summary>
    public IssuedCode? Redeem(DevelopmentProvider provider, string code, string redirectUri, string codeVerifier) =>
        _codes.TryRemove(code, out var issued)
        && issued.Provider == provider
        && issued.ExpiresAt > timeProvider.GetUtcNow()
        && issued.Request.RedirectUri == redirectUri
        && issued.Request.CodeChallenge == Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(codeVerifier)))
            ? issued
            : null;
}
