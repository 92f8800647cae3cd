using Klik.ParentAccess.Web.Hardening;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace Klik.Host.Sessions;

/// <summary>
/// Gives the session cookies of all tenants the <c>__Host-</c> prefix over https. Their names hold the tenant's, so that tenants on one
/// host keep apart.
/// </summary>
internal static class HostSessions
{
    public static void AddHostSessions(this IServiceCollection tenant) =>
        tenant.PostConfigure<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme, options =>
        {
            options.Cookie.Path = "/";
            options.CookieManager = new HostCookieManager();
        });
}
