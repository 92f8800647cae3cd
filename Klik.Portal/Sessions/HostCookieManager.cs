using Microsoft.AspNetCore.Authentication.Cookies;

namespace Klik.Portal.Sessions;

/// <summary>Adds the <c>__Host-</c> prefix over HTTPS.</summary>
internal sealed class HostCookieManager : ICookieManager
{
    private readonly ChunkingCookieManager _chunks = new();

    public string? GetRequestCookie(HttpContext context, string key) => _chunks.GetRequestCookie(context, CookieNames.Prefix(context) + key);

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        _chunks.AppendResponseCookie(context, CookieNames.Prefix(context) + key, value, options);

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
        _chunks.DeleteCookie(context, CookieNames.Prefix(context) + key, options);
}
