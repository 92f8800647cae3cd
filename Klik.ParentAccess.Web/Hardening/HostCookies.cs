using Microsoft.AspNetCore.Http;

namespace Klik.ParentAccess.Web.Hardening;

/// <summary>
/// Names of cookies. A browser takes a <c>__Host-</c> cookie only over https, for the whole host and from nobody else: no neighbouring
/// host and no network can plant one. Over plain http, as on a developer's machine, it would not be kept at all.
/// </summary>
public static class HostCookies
{
    /// <summary>What such a name begins with.</summary>
    public const string Prefix = "__Host-";

    /// <summary>A cookie's name for whoever makes a request. Its path must be <c>/</c>.</summary>
    public static string NameFor(HttpContext context, string name) => NameFor(context.Request.IsHttps, name);

    /// <summary>A cookie's name.</summary>
    /// <param name="isHttps">Whether people come over https.</param>
    /// <param name="name">The name without the prefix.</param>
    public static string NameFor(bool isHttps, string name) => isHttps ? Prefix + name : name;
}
