namespace Klik.Portal.Sessions;

/// <summary>How the portal's cookies are named, see <see cref="Klik.ParentAccess.Web.Hardening.HostCookies"/>.</summary>
internal static class CookieNames
{
    public const string Session = "klik-session";
    public const string External = "klik-external";
    public const string Antiforgery = "klik-form";
}
