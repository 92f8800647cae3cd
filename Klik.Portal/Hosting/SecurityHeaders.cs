namespace Klik.Portal.Hosting;

/// <summary>Tells browsers what a page of the portal never does, so that they stop whoever makes it seem to.</summary>
internal static class SecurityHeaders
{
    // Scripts and styles from our own files alone, and no frame around a page with a button that gives or stops access. Where a
    // form may lead is left open: it ends at Google, Microsoft or the school's provider.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers.XFrameOptions = "DENY";
            headers["Referrer-Policy"] = "same-origin";
            if (headers.ContentSecurityPolicy.Count == 0)
            {
                headers.ContentSecurityPolicy = Policy;
            }

            return Task.CompletedTask;
        });
        return next(context);
    });
}
