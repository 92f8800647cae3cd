using System.Security.Claims;

namespace Klik.ParentAccess.Web.SignIn;

internal sealed class SchoolIdTokenProfile : IdTokenProfile
{
    public override string? AcceptIssuer(IdTokenClaims claims, string documentIssuer) =>
        claims.String("iss") == documentIssuer ? documentIssuer : null;

    public override IEnumerable<Claim> Describe(IdTokenClaims claims)
    {
        yield return new Claim(SignInClaims.Provider, SignInClaims.Providers.School);
        if (claims.String("preferred_username") is { Length: > 0 } userName)
        {
            yield return new Claim(SignInClaims.PreferredUserName, userName);
        }

        // Whoever may type an address at the provider must not become the user who has it.
        if (claims.String("email") is { Length: > 0 } email && claims.Text("email_verified") is null or "true")
        {
            yield return new Claim(SignInClaims.Email, email);
        }
    }
}
