using System.Security.Claims;
using Klik.ParentAccess.Core.Accounts;

namespace Klik.ParentAccess.Web.SignIn;

/// <summary>Reads back what the handler put into the principal.</summary>
public static class SignInPrincipals
{
    /// <summary>The identity of someone who came from Google or Microsoft; null for any other principal.</summary>
    public static ExternalIdentity? ToExternalIdentity(this ClaimsPrincipal principal)
    {
        ArgumentNullException.ThrowIfNull(principal);
        ExternalProvider? provider = principal.FindFirstValue(SignInClaims.Provider) switch
        {
            SignInClaims.Providers.Google => ExternalProvider.Google,
            SignInClaims.Providers.Microsoft => ExternalProvider.Microsoft,
            SignInClaims.Providers.OwnAccount => ExternalProvider.OwnAccount,
            _ => null,
        };
        if (provider is null || !TryGetKey(principal, out var issuer, out var subject))
        {
            return null;
        }

        var address = EmailAddress.TryParse(principal.FindFirstValue(SignInClaims.Address), out var parsed) ? parsed : null;
        var isAuthoritative = address is not null && principal.HasClaim(SignInClaims.IsAuthoritative, "true");
        return new ExternalIdentity(provider.Value, issuer, subject, address, isAuthoritative);
    }

    /// <summary>The identity of someone who came from the school's own provider; null for any other principal.</summary>
    public static SchoolIdentity? ToSchoolIdentity(this ClaimsPrincipal principal)
    {
        ArgumentNullException.ThrowIfNull(principal);
        return principal.HasClaim(SignInClaims.Provider, SignInClaims.Providers.School) && TryGetKey(principal, out var issuer, out var subject)
            ? new SchoolIdentity(
                issuer,
                subject,
                principal.FindFirstValue(SignInClaims.PreferredUserName),
                principal.FindFirstValue(SignInClaims.Email))
            : null;
    }

    private static bool TryGetKey(ClaimsPrincipal principal, out string issuer, out string subject)
    {
        issuer = principal.FindFirstValue(SignInClaims.Issuer) ?? "";
        subject = principal.FindFirstValue(SignInClaims.Subject) ?? "";
        return issuer.Length > 0 && subject.Length > 0;
    }
}
