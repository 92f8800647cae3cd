using Klik.ParentAccess.Web.Hardening;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrchardCore.Environment.Shell.Configuration;

namespace Klik.ParentAccess.Hardening;

/// <summary>What browsers are told of the module's own pages; of the others the site decides.</summary>
internal static class OwnPageHeaders
{
    public static void AddHardening(this IServiceCollection services, IShellConfiguration configuration)
    {
        services.Configure<HardeningOptions>(configuration.GetSection(Core.ParentAccessOptions.Section));
        // The framework leaves it open to plain http, even where people come over https.
        services.Configure<AntiforgeryOptions>(options => options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);
    }

    public static void UseOwnPageHeaders(this IApplicationBuilder app)
    {
        var sources = app.ApplicationServices.GetRequiredService<IOptions<HardeningOptions>>().Value.PageSources;
        app.Use((context, next) =>
        {
            var endpoint = context.GetEndpoint();
            if (OwnPages.Has(endpoint))
            {
                // The administrator's theme is full of script inside its pages.
                PageHeaders.Add(context, OwnPages.IsInSite(endpoint) ? sources : null);
            }

            return next(context);
        });
    }
}
