namespace Klik.Portal.Sessions;

/// <summary>How the portal's cookies are named.</summary>
internal static class CookieNames
{
    public const string Session = "klik-session";
    public const string External = "klik-external";
    public const string Antiforgery = "klik-form";

    /// <summary>A browser takes a <c>__Host-</c> cookie only over HTTPS, for the whole host and from nobody else.</summary>
    public static string Prefix(HttpContext context) => ForHost("", context.Request.IsHttps);

    /// <summary>A cookie's name with that prefix over HTTPS.</summary>
    public static string ForHost(string name, bool isHttps) => isHttps ? "__Host-" + name : name;
}
