using Klik.ParentAccess.Web.Endpoints;
using Klik.ParentAccess.Web.Hardening;
using Klik.ParentAccess.Web.SignIn;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrchardCore.Environment.Shell;
using OrchardCore.Environment.Shell.Configuration;
using OrchardCore.Modules;

namespace Klik.ParentAccess.Sessions;

/// <summary>
/// Sign-in of parents at Microsoft and Google, set up per tenant (rule O4). What a provider said waits in a cookie of our own:
/// Orchard's external registration never sees it.
/// </summary>
internal static class ExternalSignIn
{
    private const string Scheme = "Klik.ParentAccess.External";
    private const string CookieName = "klik-external";

    public static IServiceCollection AddExternalSignIn(this IServiceCollection services, IShellConfiguration configuration, ShellSettings tenant)
    {
        services.AddAuthentication()
            .AddCookie(Scheme, options =>
            {
                // Tenants may share a host, and with it the cookies of the whole host.
                options.Cookie.Name = CookieName + "-" + Uri.EscapeDataString(tenant.Name);
                options.Cookie.Path = "/";
                options.CookieManager = new HostCookieManager();
                options.Cookie.HttpOnly = true;
                options.Cookie.IsEssential = true;
                options.Cookie.SameSite = SameSiteMode.Lax;
                options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
                options.ExpireTimeSpan = TimeSpan.FromMinutes(20);
                options.SlidingExpiration = false;
            })
            .AddParentSignIn(configuration, options =>
            {
                options.SignInScheme = Scheme;
                options.ProblemPath = SchoolPaths.SignIn;
                // The site is more than these pages: it goes on whatever is filled in.
                options.LeavesOutWrongProviders = true;
            });
        services.AddSingleton<IPostConfigureOptions<CookieAuthenticationOptions>, ParentSessionLifetime>();
        services.AddSingleton<IConfigureOptions<ExternalProviderOptions>, SiteProviders>();
        services.AddSingleton<ProviderSecrets>();
        services.AddScoped<CallbackClashes>();
        services.AddScoped<IModularTenantEvents, SignInCheck>();
        return services;
    }
}
