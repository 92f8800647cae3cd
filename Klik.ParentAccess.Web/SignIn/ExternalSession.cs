using System.Security.Claims;
using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Core.OwnAccounts;
using Klik.ParentAccess.Core.Schools;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Klik.ParentAccess.Web.SignIn;

/// <summary>The short session between a provider's answer, or that of an own account, and the parent's own session.</summary>
internal sealed class ExternalSession(IOptions<ParentSignInOptions> options, ICurrentSchool school)
{
    /// <summary>Who has come back from a provider to this school, or signed in with an account of it.</summary>
    /// <returns>Null when nobody has, or to another school of the same host: that counts for nothing here.</returns>
    public async Task<PendingSignIn?> ReadAsync(HttpContext context)
    {
        var result = await context.AuthenticateAsync(options.Value.SignInScheme);
        if (result is not { Succeeded: true, Principal: { } principal, Properties: { } properties }
            || properties.GetSchoolBase() != BaseOf(context)
            || principal.ToExternalIdentity() is not { } identity)
        {
            return null;
        }

        var pending = new PendingSignIn(identity, properties.GetInvitation(), properties.GetLetter());
        if (identity.Provider != ExternalProvider.OwnAccount)
        {
            return pending;
        }

        return school.School.AllowsOwnAccounts
            && OwnAccountSession.TryParse(principal.FindFirstValue(SignInClaims.OwnAccountSession), out var session)
                ? pending with { OwnAccount = session }
                : null;
    }

    /// <summary>Somebody has signed in with an own account.</summary>
    public Task BeginAsync(HttpContext context, ExternalIdentity identity, OwnAccountSession session, string? invitation, PendingLetter? letter)
    {
        var claims = new ClaimsIdentity(ParentClaims.Of(SignInClaims.Providers.OwnAccount, identity.Address, identity.IsAuthoritative), options.Value.SignInScheme);
        claims.AddClaim(new Claim(SignInClaims.Issuer, identity.Issuer));
        claims.AddClaim(new Claim(SignInClaims.Subject, identity.Subject));
        claims.AddClaim(new Claim(SignInClaims.OwnAccountSession, session.ToText()));
        var properties = new AuthenticationProperties();
        properties.SetSchoolBase(BaseOf(context));
        if (invitation is not null)
        {
            properties.SetInvitation(invitation);
        }

        if (letter is not null)
        {
            properties.SetLetter(letter);
        }

        return context.SignInAsync(options.Value.SignInScheme, new ClaimsPrincipal(claims), properties);
    }

    /// <summary>Forgets who has come back.</summary>
    public Task ClearAsync(HttpContext context) => context.SignOutAsync(options.Value.SignInScheme);

    /// <summary>What the state says of the school.</summary>
    public static string BaseOf(HttpContext context) => context.Request.PathBase.ToUriComponent();
}
