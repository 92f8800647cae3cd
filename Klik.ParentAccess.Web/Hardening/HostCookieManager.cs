using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;

namespace Klik.ParentAccess.Web.Hardening;

/// <summary>Keeps the cookies of an authentication scheme under the names of <see cref="HostCookies"/>.</summary>
public sealed class HostCookieManager : ICookieManager
{
    private readonly ChunkingCookieManager _chunks = new();

    /// <inheritdoc/>
    public string? GetRequestCookie(HttpContext context, string key) => _chunks.GetRequestCookie(context, HostCookies.NameFor(context, key));

    /// <inheritdoc/>
    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        _chunks.AppendResponseCookie(context, HostCookies.NameFor(context, key), value, options);

    /// <inheritdoc/>
    public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
        _chunks.DeleteCookie(context, HostCookies.NameFor(context, key), options);
}
