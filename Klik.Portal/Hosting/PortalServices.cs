using Klik.ParentAccess.Core;
using Klik.ParentAccess.Core.Mail;
using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Web.Endpoints;
using Klik.ParentAccess.Web.Hardening;
using Klik.ParentAccess.Web.Pages;
using Klik.ParentAccess.Web.Sessions;
using Klik.Portal.Administration;
using Klik.Portal.Development;
using Klik.Portal.Letters;
using Klik.Portal.Mail;
using Klik.Portal.Observability;
using Klik.Portal.Outbox;
using Klik.Portal.Pages;
using Klik.Portal.Privacy;
using Klik.Portal.Schools;
using Klik.Portal.Sessions;
using Klik.Portal.Settings;
using Klik.Portal.Storage;
using Klik.Portal.StudentRecords;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.HttpsPolicy;
using Microsoft.Extensions.Options;

namespace Klik.Portal.Hosting;

/// <summary>Everything that the portal is made of.</summary>
internal static class PortalServices
{
    /// <summary>Adds it.</summary>
    /// <exception cref="SettingException">A setting is missing or wrong.</exception>
    public static void AddPortal(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddParentAccessCore();
        services.AddParentLetters();
        services.AddParentAccessWeb(texts => texts.Assemblies.Add(typeof(PortalServices).Assembly));
        services.AddPortalStorage(builder.Configuration);
        services.AddPortalStudentRecords();
        services.AddPortalTelemetry(builder.Configuration);
        services.AddPortalOptions(builder.Configuration);
        services.AddPortalSessions(builder.Configuration);
        services.AddPortalPages();
        services.AddAdministration();
        services.AddPortalMail(builder.Configuration, builder.Environment);
        services.AddPortalWorkers();
        if (builder.Environment.IsDevelopment())
        {
            services.AddPortalDevelopment();
        }
    }

    private static void AddPortalOptions(this IServiceCollection services, ConfigurationManager configuration)
    {
        NumberSettings.Check(configuration);
        if (configuration[PortalOptions.PublicUrlSetting] is { Length: > 0 } url && !Uri.TryCreate(url, UriKind.RelativeOrAbsolute, out _))
        {
            throw new SettingException(PortalOptions.PublicUrlSetting, "is no address");
        }

        services.AddOptions<PortalOptions>().Bind(configuration.GetSection(PortalOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<PortalOptions>, PortalOptionsValidator>();
        services.AddOptions<HstsOptions>().Configure<IOptions<PortalOptions>>(static (options, portal) =>
        {
            options.MaxAge = TimeSpan.FromDays(365);
            options.IncludeSubDomains = portal.Value.HstsSubdomains;
        });
        services.AddServerLimits(longestBody: FormLimits.Longest);
        services.AddSingleton<PublicAddress>();
        services.AddScoped<ISchoolAddress, PublicSchoolAddress>();

        // Behind a proxy that ends TLS. One on this machine is believed, and any other only where the host's own setting
        // ASPNETCORE_FORWARDEDHEADERS_ENABLED says so.
        services.Configure<ForwardedHeadersOptions>(options =>
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto);
    }

    private static void AddPortalSessions(this IServiceCollection services, ConfigurationManager configuration)
    {
        services.AddScoped<SessionEvents>();
        services.AddScoped<PortalPeople>();
        services.AddScoped<IPeople>(provider => provider.GetRequiredService<PortalPeople>());
        services.AddAuthentication(PortalSchemes.Session)
            .AddCookie(PortalSchemes.Session, options =>
            {
                Harden(options, CookieNames.Session, new SchoolCookieManager());
                options.ExpireTimeSpan = SessionEvents.LongestUnused;
                options.SlidingExpiration = true;
                options.EventsType = typeof(SessionEvents);
            })
            .AddCookie(PortalSchemes.External, options =>
            {
                Harden(options, CookieNames.External, new HostCookieManager());
                options.ExpireTimeSpan = TimeSpan.FromMinutes(20);
                options.SlidingExpiration = false;
            })
            .AddParentSignIn(configuration, options =>
            {
                options.SignInScheme = PortalSchemes.External;
                options.ProblemPath = SchoolPaths.SignIn;
                // One registration at each provider serves all schools, so the callbacks are at the root.
                options.CallbackPathBase = "";
            });
        services.AddAntiforgery();
        services.AddOptions<AntiforgeryOptions>().Configure<IOptions<PortalOptions>>(static (options, portal) =>
        {
            // The name cannot follow the request, so it follows the address that people type.
            var isHttps = portal.Value.PublicUrl?.Scheme == Uri.UriSchemeHttps;
            options.Cookie.Name = HostCookies.NameFor(isHttps, CookieNames.Antiforgery);
            options.Cookie.Path = "/";
            options.Cookie.SecurePolicy = isHttps ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
            options.Cookie.SameSite = SameSiteMode.Lax;
        });
    }

    private static void Harden(CookieAuthenticationOptions options, string name, ICookieManager cookies)
    {
        options.Cookie.Name = name;
        options.Cookie.Path = "/";
        options.Cookie.HttpOnly = true;
        options.Cookie.IsEssential = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.CookieManager = cookies;
    }

    private static void AddPortalPages(this IServiceCollection services)
    {
        // A form that cannot be read is its sender's doing: 400, in Development too.
        services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = false);
        services.AddDocuments();
        services.AddSingleton<IPages, PortalPages>();
    }

    private static void AddPortalMail(this IServiceCollection services, ConfigurationManager configuration, IHostEnvironment environment)
    {
        if (MailSettings.Read(configuration) is { } settings)
        {
            services.AddSingleton(settings);
            services.AddSingleton<IMailTransport, SmtpMailTransport>();
        }
        else if (!environment.IsDevelopment())
        {
            throw new SettingException(MailSettings.HostSetting, "is missing; invitations are sent by mail");
        }
    }

    private static void AddPortalWorkers(this IServiceCollection services)
    {
        services.AddSingleton<SchoolScopes>();
        services.AddSingleton<SchoolsWithMail>();
        services.AddHostedService<OutboxWorker>();
        services.AddHostedService<ErasureWorker>();
        services.AddImportJobs();
        services.AddLetterJobs();
        services.AddHealthChecks().AddCheck<DatabaseHealthCheck>("database");
    }
}
