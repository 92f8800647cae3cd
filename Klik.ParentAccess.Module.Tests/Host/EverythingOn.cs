using Microsoft.AspNetCore.Identity;
using OrchardCore;
using OrchardCore.DisplayManagement.Extensions;
using OrchardCore.Environment.Shell;
using OrchardCore.Security;

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
        // Fails in a site whose language is the invariant one.
        "OrchardCore.DataLocalization",
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
                // Some migrations want to run in a request.
                await host.SetUpAsync($"{Prefix}/Login");
                await host.InTenantAsync(Tenant, OpenContentApiAsync);
                _isThere = true;
            }
        }
        finally
        {
            Gate.Release();
        }
    }

    private static Task EnableAsync(RunningHost host) => host.InTenantAsync(Tenant, async services =>
    {
        var features = services.GetRequiredService<IShellFeaturesManager>();
        var wanted = (await features.GetAvailableFeaturesAsync())
            .Where(feature => !feature.IsTheme() && !feature.DefaultTenantOnly && !feature.EnabledByDependencyOnly && !Off.Contains(feature.Id))
            .ToList();
        await features.EnableFeaturesAsync(wanted, force: true);
    });

    // To everybody, so that nothing but the items themselves keeps them back.
    private static async Task OpenContentApiAsync(IServiceProvider services)
    {
        var roles = services.GetRequiredService<RoleManager<IRole>>();
        var anonymous = (Role)(await roles.FindByNameAsync(OrchardCoreConstants.Roles.Anonymous))!;
        anonymous.RoleClaims.AddRange([RoleClaim.Create("AccessContentApi"), RoleClaim.Create("ViewContent")]);
        Assert.True((await roles.UpdateAsync(anonymous)).Succeeded);
    }
}
