using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Klik.ParentAccess.Web.SignIn;

/// <summary>The short session between a provider's answer and the parent's own session.</summary>
internal sealed class ExternalSession(IOptions<ParentSignInOptions> options)
{
    /// <summary>Who has come back from a provider to this school.</summary>
    /// <returns>Null when nobody has, or to another school of the same host: that counts for nothing here.</returns>
    public async Task<PendingSignIn?> ReadAsync(HttpContext context)
    {
        var result = await context.AuthenticateAsync(options.Value.SignInScheme);
        return result is { Succeeded: true, Principal: { } principal, Properties: { } properties }
            && properties.GetSchoolBase() == BaseOf(context)
            && principal.ToExternalIdentity() is { } identity
            ? new PendingSignIn(identity, properties.GetInvitation())
            : null;
    }

    /// <summary>Forgets who has come back.</summary>
    public Task ClearAsync(HttpContext context) => context.SignOutAsync(options.Value.SignInScheme);

    /// <summary>What the state says of the school.</summary>
    public static string BaseOf(HttpContext context) => context.Request.PathBase.ToUriComponent();
}
