using Klik.ParentAccess.Web.Sessions;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Klik.ParentAccess.Sessions;

/// <summary>Ends the sessions that parents began here some days later, however often they are used. Those of others are the site's affair.</summary>
internal sealed class ParentSessionLifetime(TimeProvider time) : IPostConfigureOptions<CookieAuthenticationOptions>
{
    public void PostConfigure(string? name, CookieAuthenticationOptions options)
    {
        if (name != IdentityConstants.ApplicationScheme)
        {
            return;
        }

        var next = options.Events.OnValidatePrincipal;
        options.Events.OnValidatePrincipal = context =>
        {
            if (context.Properties.Beginning() + SessionBeginning.Longest <= time.GetUtcNow())
            {
                context.RejectPrincipal();
                return Task.CompletedTask;
            }

            return next(context);
        };
    }
}
