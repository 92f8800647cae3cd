using System.Security.Claims;
using Klik.ParentAccess.Core.Accounts;

namespace Klik.ParentAccess.Web.SignIn;

internal sealed class GoogleIdTokenProfile : IdTokenProfile
{
    /// <summary>Google writes its issuer with or without <c>https://</c>; the account is the same, so it is known by one of them.</summary>
    public override string? AcceptIssuer(IdTokenClaims claims, string documentIssuer)
    {
        var issuer = claims.String("iss");
        return issuer == documentIssuer || issuer == WithoutScheme(documentIssuer) ? documentIssuer : null;
    }

    public override IEnumerable<Claim> Describe(IdTokenClaims claims)
    {
        var address = EmailAddress.TryParse(claims.String("email"), out var parsed) ? parsed : null;
        return ParentClaims.Of(
            SignInClaims.Providers.Google,
            address,
            ProviderAuthority.OfGoogle(address, claims.Text("email_verified"), claims.String("hd")));
    }

    private static string WithoutScheme(string issuer) => issuer[(issuer.IndexOf("://", StringComparison.Ordinal) is var at and >= 0 ? at + 3 : 0)..];
}
