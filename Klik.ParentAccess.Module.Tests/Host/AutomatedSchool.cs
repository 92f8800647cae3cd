namespace Klik.ParentAccess.Module.Tests.Host;

/// <summary>A school with what administrators automate things with.</summary>
internal static class AutomatedSchool
{
    public const string Tenant = "Automated";
    public const string Prefix = "/automated";

    private static readonly FeatureSwitch Features = new(Tenant, Prefix, "OrchardCore.Deployment", "OrchardCore.Liquid", "OrchardCore.Workflows");

    /// <summary>Sets it up, once.</summary>
    public static async Task<SiteSchool> SetUpAsync(RunningHost host)
    {
        await Features.SetUpAsync(host);
        return new SiteSchool(host, Tenant, Prefix);
    }
}
