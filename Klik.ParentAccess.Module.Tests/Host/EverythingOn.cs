using OrchardCore.DisplayManagement.Extensions;
using OrchardCore.Environment.Shell;

namespace Klik.ParentAccess.Module.Tests.Host;

/// <summary>
/// A school with parent access and every other feature of the Orchard build that it was tested against, so that whatever could show
/// or keep something of a parent is there.
/// </summary>
internal static class EverythingOn
{
    public const string Tenant = "Everything";
    public const string Prefix = "/everything";

    // What sends every request elsewhere or asks for machinery that is not there, and what is for a site that is not set up.
    private static readonly string[] Off =
    [
        "OrchardCore.Https",
        "OrchardCore.ReverseProxy",
        "OrchardCore.Setup",
        "OrchardCore.AutoSetup",
        "OrchardCore.Tenants.FileProvider",
        "OrchardCore.HealthChecks",
    ];

    private static readonly SemaphoreSlim Gate = new(1);
    private static bool _isThere;

    /// <summary>Sets it up, once.</summary>
    public static async Task SetUpAsync(RunningHost host)
    {
        await Gate.WaitAsync(TestContext.Current.CancellationToken);
        try
        {
            if (!_isThere)
            {
                await host.SetUpAsync(Prefix);
                await EnableAsync(host);
                _isThere = true;
            }
        }
        finally
        {
            Gate.Release();
        }
    }

    /// <summary>The ids of the features that are on.</summary>
    public static async Task<IReadOnlyList<string>> FeaturesAsync(RunningHost host)
    {
        IReadOnlyList<string> found = [];
        await host.InTenantAsync(Tenant, async services =>
            found = [.. (await services.GetRequiredService<IShellFeaturesManager>().GetEnabledFeaturesAsync()).Select(feature => feature.Id)]);
        return found;
    }

    private static Task EnableAsync(RunningHost host) => host.InTenantAsync(Tenant, async services =>
    {
        var features = services.GetRequiredService<IShellFeaturesManager>();
        var wanted = (await features.GetAvailableFeaturesAsync())
            .Where(feature => !feature.IsTheme() && !feature.DefaultTenantOnly && !feature.EnabledByDependencyOnly && !Off.Contains(feature.Id))
            .ToList();
        await features.EnableFeaturesAsync(wanted, force: true);
    });
}
