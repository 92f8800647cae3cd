using System.Globalization;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Klik.Portal.Sessions;

/// <summary>Ends a session some days after its beginning, however often it is used: then somebody shows once more who they are.</summary>
internal sealed class SessionLifetime(TimeProvider time) : CookieAuthenticationEvents
{
    /// <summary>How long a session lasts at most.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    private const string SinceItem = "klik:since";

    public override Task SigningIn(CookieSigningInContext context)
    {
        context.Properties.SetString(SinceItem, time.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        return Task.CompletedTask;
    }

    public override Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (!long.TryParse(context.Properties.GetString(SinceItem), NumberStyles.None, CultureInfo.InvariantCulture, out var since)
            || DateTimeOffset.FromUnixTimeSeconds(since) + Longest <= time.GetUtcNow())
        {
            context.RejectPrincipal();
        }

        return Task.CompletedTask;
    }
}
