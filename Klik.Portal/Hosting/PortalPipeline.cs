using Klik.ParentAccess.Development;
using Klik.ParentAccess.Web.Endpoints;
using Klik.ParentAccess.Web.Hardening;
using Klik.ParentAccess.Web.Localization;
using Klik.ParentAccess.Web.Look;
using Klik.Portal.Administration;
using Klik.Portal.Pages;
using Klik.Portal.Schools;
using Klik.Portal.Sessions;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;

namespace Klik.Portal.Hosting;

/// <summary>What a request passes through, in order.</summary>
internal static class PortalPipeline
{
    private const string DefaultLanguage = "nl";

    /// <summary>Puts the pipeline together.</summary>
    public static void UsePortal(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSecurityHeaders();
        if (!app.Environment.IsDevelopment())
        {
            app.UseExceptionHandler(PortalPageEndpoints.ProblemPath);
            app.UseHsts();
        }

        app.UseUnreadableRequests();
        app.UseKnownMethods();
        app.UsePublicAddress();
        app.UseStoreUnavailable(LanguageOf, _ => PortalAssets.Stylesheet);
        app.UseStaticFiles(new StaticFileOptions { OnPrepareResponse = CacheByVersion });
        app.UseSchool();
        app.UseAuthentication();
        app.UseSchoolBase();
        app.UseParentAccessLanguage(LanguageOf);
        app.UsePlainAnswers();
        app.UsePortalFrontPage();
        app.UseRouting();
        app.UseSchoolEndpoints();
        app.MapPortal();
    }

    private static void MapPortal(this WebApplication app)
    {
        var school = app.MapGroup("");
        school.MapParentAccess();
        school.MapParentLetters();
        school.MapSchoolHome(AdministrationPaths.Users);
        var pages = school.MapGroup("").MapSchoolPages();
        pages.MapSchoolSignIn();
        school.MapAdministration();
        school.MapUnknownPages();
        app.MapAccent();
        app.MapPortalPages();
        app.MapHealthChecks(HealthPaths.Alive, new HealthCheckOptions { Predicate = _ => false });
        app.MapHealthChecks(HealthPaths.Ready);
        if (app.Environment.IsDevelopment())
        {
            app.MapDevelopment();
        }
    }

    private static string LanguageOf(HttpContext context) => SchoolPath.Of(context)?.School.Language ?? DefaultLanguage;

    private static void CacheByVersion(Microsoft.AspNetCore.StaticFiles.StaticFileResponseContext context) =>
        context.Context.Response.Headers.CacheControl =
            context.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "no-cache";
}
