using System.Net;
using System.Security.Cryptography;
using Klik.ParentAccess.Web.Hardening;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Klik.ParentAccess.Web.SignIn;

/// <summary>
/// Ties the state of a sign-in to the browser it was made in, by a cookie for each that is under way. Lax is enough, because every
/// provider answers with a top-level GET. Secure always, but for plain http on loopback, where a browser may not keep it otherwise.
/// </summary>
internal static class SignInCookies
{
    /// <summary>What the names begin with, see <see cref="HostCookies"/>.</summary>
    public const string Name = "Klik.SignIn.";

    // Nobody has more tabs open for this; without a bound, sign-ins that are begun and left would fill the header of every request.
    private const int Most = 8;
    private const int IdBytes = 32;
    private const string Item = ".xsrf";
    private const string Marker = "N";

    /// <summary>Begins a sign-in.</summary>
    /// <param name="context">The request.</param>
    /// <param name="properties">Its state.</param>
    /// <param name="until">How long it may take.</param>
    public static void Put(HttpContext context, AuthenticationProperties properties, DateTimeOffset until)
    {
        var open = context.Request.Cookies.Keys.Where(name => name.StartsWith(NameOf(context, ""), StringComparison.Ordinal)).ToList();
        if (open.Count >= Most)
        {
            open.ForEach(name => context.Response.Cookies.Delete(name, Options(context)));
        }

        var id = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(IdBytes));
        properties.Items[Item] = id;
        var options = Options(context);
        options.Expires = until;
        context.Response.Cookies.Append(NameOf(context, id), Marker, options);
    }

    /// <summary>Whether a sign-in was begun in this browser; its cookie is gone then.</summary>
    public static bool Take(HttpContext context, AuthenticationProperties properties)
    {
        if (!properties.Items.Remove(Item, out var id) || string.IsNullOrEmpty(id) || context.Request.Cookies[NameOf(context, id)] != Marker)
        {
            return false;
        }

        context.Response.Cookies.Delete(NameOf(context, id), Options(context));
        return true;
    }

    private static string NameOf(HttpContext context, string id) => HostCookies.NameFor(context, Name + id);

    private static CookieOptions Options(HttpContext context) => new()
    {
        Path = "/",
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        IsEssential = true,
        Secure = context.Request.IsHttps || !IsLoopback(context.Request.Host.Host),
    };

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
