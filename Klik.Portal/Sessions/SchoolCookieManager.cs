using Klik.ParentAccess.Web.Hardening;
using Klik.Portal.Schools;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Klik.Portal.Sessions;

/// <summary>
/// Gives each school a session cookie of its own, so that being signed in at one school says nothing at another; over HTTPS
/// with the <c>__Host-</c> prefix, so that no neighbouring host can plant one.
/// </summary>
internal sealed class SchoolCookieManager : ICookieManager
{
    private readonly ChunkingCookieManager _chunks = new();

    public string? GetRequestCookie(HttpContext context, string key) =>
        NameFor(context, key) is { } name ? _chunks.GetRequestCookie(context, name) : null;

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options)
    {
        if (NameFor(context, key) is { } name)
        {
            _chunks.AppendResponseCookie(context, name, value, options);
        }
    }

    public void DeleteCookie(HttpContext context, string key, CookieOptions options)
    {
        if (NameFor(context, key) is { } name)
        {
            _chunks.DeleteCookie(context, name, options);
        }
    }

    private static string? NameFor(HttpContext context, string key) =>
        SchoolPath.Of(context) is { } school ? HostCookies.NameFor(context, $"{key}-{school.School.Id}") : null;
}
