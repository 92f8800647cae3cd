using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace Klik.ParentAccess.Web.SignIn;

/// <summary>
/// Ties the state to the browser it was made in. Lax is enough, because every provider answers with a top-level GET; the cookie
/// goes to the callback alone. Secure always, but for plain http on loopback, where a browser may not keep it otherwise.
/// </summary>
internal sealed class SignInCorrelationCookie : RequestPathBaseCookieBuilder
{
    private readonly OpenIdConnectCodeOptions _options;

    public SignInCorrelationCookie(OpenIdConnectCodeOptions options)
    {
        _options = options;
        Name = "Klik.SignIn.";
        HttpOnly = true;
        SameSite = SameSiteMode.Lax;
        IsEssential = true;
    }

    protected override string AdditionalPath => _options.CallbackPath;

    public override CookieOptions Build(HttpContext context, DateTimeOffset expiresFrom)
    {
        var cookie = base.Build(context, expiresFrom);
        cookie.Path = _options.CallbackPathBase is { } pathBase ? pathBase + _options.CallbackPath : cookie.Path;
        cookie.Secure = context.Request.IsHttps || !IsLoopback(context.Request.Host.Host);
        cookie.Expires = expiresFrom + _options.RemoteAuthenticationTimeout;
        return cookie;
    }

    private static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));
}
