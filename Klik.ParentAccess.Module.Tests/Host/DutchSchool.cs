using OrchardCore.Entities;
using OrchardCore.Environment.Shell;
using OrchardCore.Localization.Models;
using OrchardCore.Settings;

namespace Klik.ParentAccess.Module.Tests.Host;

/// <summary>A school whose site speaks Dutch and nothing else.</summary>
internal static class DutchSchool
{
    public const string Tenant = "Dutch";
    public const string Prefix = "/dutch";

    private static readonly FeatureSwitch Features = new(Tenant, Prefix, "OrchardCore.Deployment", "OrchardCore.Localization", "OrchardCore.Workflows");

    /// <summary>Sets it up, once.</summary>
    public static async Task<SiteSchool> SetUpAsync(RunningHost host)
    {
        await Features.SetUpAsync(host, async services =>
        {
            var sites = services.GetRequiredService<ISiteService>();
            var site = await sites.LoadSiteSettingsAsync();
            site.Put(new LocalizationSettings { DefaultCulture = "nl", SupportedCultures = ["nl"] });
            await sites.UpdateSiteSettingsAsync(site);
            services.GetRequiredService<IShellReleaseManager>().RequestRelease();
        });
        return new SiteSchool(host, Tenant, Prefix);
    }
}
