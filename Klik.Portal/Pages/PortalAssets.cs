using Klik.ParentAccess.Web.Pages;

namespace Klik.Portal.Pages;

/// <summary>Where the portal's style and script are; the address changes with every build, so that they can be cached for long.</summary>
internal static class PortalAssets
{
    private static readonly string Version = typeof(IPages).Module.ModuleVersionId.ToString("N")[..8];

    public static string Stylesheet { get; } = $"/_content/Klik.ParentAccess.Web/parent-access.css?v={Version}";

    public static string Script { get; } = $"/_content/Klik.ParentAccess.Web/parent-access.js?v={Version}";
}
