using Klik.ParentAccess.Core;
using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Hardening;
using Klik.ParentAccess.Web.Hardening;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OrchardCore;
using OrchardCore.Environment.Shell.Configuration;
using OrchardCore.Modules;

namespace Klik.ParentAccess;

/// <summary>
/// What browsers are told of the module's own pages, and what is said where a request of them cannot be read or the database is
/// away; of the others the site decides.
/// </summary>
public sealed class HardeningStartup(IShellConfiguration configuration) : StartupBase
{
    private const string Stylesheet = "/Klik.ParentAccess/parent-access.css";

    // After a proxy's headers are read, and before sessions, which ask the database, and authorization, whose refusals are answers too.
    private const int BeforeAuthentication = OrchardCoreConstants.ConfigureOrder.Authentication - 50;

    /// <inheritdoc/>
    public override int ConfigureOrder => BeforeAuthentication;

    /// <inheritdoc/>
    public override void ConfigureServices(IServiceCollection services)
    {
        services.Configure<HardeningOptions>(configuration.GetSection(ParentAccessOptions.Section));
        // The framework leaves it open to plain http, even where people come over https.
        services.Configure<AntiforgeryOptions>(options => options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest);
    }

    /// <inheritdoc/>
    public override void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider serviceProvider)
    {
        var sources = serviceProvider.GetRequiredService<IOptions<HardeningOptions>>().Value.PageSources;
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
        app.UseWhen(context => OwnPages.Has(context.GetEndpoint()), own => own
            .UseUnreadableRequests()
            .UseStoreUnavailable(LanguageOf, context => $"{context.Request.PathBase}{Stylesheet}"));
    }

    // The settings are in memory once the site has answered anything.
    private static string LanguageOf(HttpContext context) => context.RequestServices.GetRequiredService<ICurrentSchool>().School.Language;
}
