using Klik.ParentAccess.Web.Hardening;

namespace Klik.Portal.Hosting;

/// <summary>Puts the headers of <see cref="PageHeaders"/> on every answer, those that no page makes too.</summary>
internal static class SecurityHeaders
{
    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        PageHeaders.Add(context, PageHeaders.StrictSources);
        return next(context);
    });
}
