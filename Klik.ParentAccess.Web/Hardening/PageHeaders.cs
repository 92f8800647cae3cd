using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Primitives;

namespace Klik.ParentAccess.Web.Hardening;

/// <summary>
/// Tells browsers what our answers never do, so that they stop whoever makes one seem to. What says nothing of caches is kept in none.
/// </summary>
public static class PageHeaders
{
    /// <summary>Script, style and images from our own files alone, nothing inside a page, and nothing else at all.</summary>
    public const string StrictSources = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:";

    // What holds in any layout: no plugin, no other base for links, and no frame around a button that gives or stops access.
    private const string Everywhere = "object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    private const string Permissions =
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), midi=(), payment=(), usb=()";

    /// <summary>Sets them on an answer when it begins.</summary>
    /// <param name="context">The request.</param>
    /// <param name="sources">
    /// Where its page may load from, as directives of a content security policy, unless its endpoint has <see cref="PageSources"/>;
    /// null where the layout around it decides.
    /// </param>
    public static void Add(HttpContext context, string? sources)
    {
        // Not when the answer begins: a host of many sites has left the site by then.
        var forms = context.RequestServices.GetRequiredService<FormTargets>();
        context.Response.OnStarting(() => SetOn(context, sources, forms));
    }

    private static Task SetOn(HttpContext context, string? sources, FormTargets forms)
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = Permissions;
        if (headers.CacheControl.Count == 0)
        {
            headers.CacheControl = "no-store";
        }

        if (!headers.CacheControl.ToString().Contains("public", StringComparison.Ordinal))
        {
            headers["Cross-Origin-Resource-Policy"] = "same-origin";
        }

        // Where a site has a policy of its own, both hold.
        headers.ContentSecurityPolicy = StringValues.Concat(headers.ContentSecurityPolicy, PolicyOf(context, sources, forms.Directive));
        return Task.CompletedTask;
    }

    private static string PolicyOf(HttpContext context, string? sources, string forms)
    {
        var page = context.GetEndpoint()?.Metadata.GetMetadata<PageSources>();
        string?[] parts = [page?.Directives ?? sources, page is { LeadsAnywhere: true } ? null : forms, Everywhere];
        return string.Join("; ", parts.Where(part => !string.IsNullOrEmpty(part)));
    }
}
