using Klik.ParentAccess.Core.Schools;
using OrchardCore.Environment.Shell;
using OrchardCore.Environment.Shell.Configuration;
using OrchardCore.Settings;

namespace Klik.ParentAccess.Services;

/// <summary>
/// Where the site is, as its administrator says: the base URL of the general settings, or the setting
/// <c>OrchardCore:ParentAccess:PublicUrl</c>, which goes before it. Without either nothing that leads here is mailed.
/// </summary>
internal sealed class SiteAddress(ISiteService sites, IShellConfiguration configuration, ShellSettings shell) : ISchoolAddress
{
    private const string PublicUrlSetting = "ParentAccess:PublicUrl";

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The administrator has not said where the site is.</exception>
    public Uri Base => Read(configuration[PublicUrlSetting]) ?? Read(sites.GetSiteSettings().BaseUrl)
        ?? throw new InvalidOperationException("The base URL of the site is not set; links in mail need it (Settings > General).");

    /// <summary>The tenant's prefix belongs to the address; it is added where the administrator left it out.</summary>
    private Uri? Read(string? text)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || !IsWeb(uri) || uri.Query.Length > 0 || uri.Fragment.Length > 0)
        {
            return null;
        }

        var prefix = shell.RequestUrlPrefix?.Trim('/') ?? "";
        var path = uri.AbsolutePath.TrimEnd('/');
        var isWhole = prefix.Length == 0 || path.EndsWith($"/{prefix}", StringComparison.OrdinalIgnoreCase);
        return new Uri(uri, isWhole ? $"{path}/" : $"{path}/{prefix}/");
    }

    private static bool IsWeb(Uri uri) => uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback);
}
