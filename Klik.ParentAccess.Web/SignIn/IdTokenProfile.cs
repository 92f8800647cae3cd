using System.Security.Claims;

namespace Klik.ParentAccess.Web.SignIn;

/// <summary>What is particular to one provider's ID tokens: whose they may be and what they say of a person.</summary>
internal abstract class IdTokenProfile
{
    public static readonly IdTokenProfile Google = new GoogleIdTokenProfile();

    public static readonly IdTokenProfile Microsoft = new MicrosoftIdTokenProfile();

    public static readonly IdTokenProfile School = new SchoolIdTokenProfile();

    /// <summary>
    /// The issuer by which the account is known, if the token's issuer is one that the discovery document allows; otherwise null.
    /// </summary>
    /// <param name="claims">The token's payload.</param>
    /// <param name="documentIssuer">The issuer in the discovery document, for Microsoft a template.</param>
    public abstract string? AcceptIssuer(IdTokenClaims claims, string documentIssuer);

    /// <summary>Whether a discovery document may have this issuer: it speaks for the address that it was fetched from and for no other.</summary>
    /// <param name="authority">The configured address, without a slash at the end.</param>
    /// <param name="documentIssuer">The issuer in the document.</param>
    public virtual bool IsIssuerOf(string authority, string documentIssuer) => documentIssuer.TrimEnd('/') == authority;

    /// <summary>What the principal says beside issuer and subject.</summary>
    public abstract IEnumerable<Claim> Describe(IdTokenClaims claims);
}
