using Klik.ParentAccess.Models;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;
using OrchardCore.Settings.Deployment;

namespace Klik.ParentAccess.Deployment;

/// <summary>
/// Lets a deployment plan carry the settings of parent access to another site, where a site has deployment. The providers are not
/// among them: their secrets never leave the site, and without them they would take away those of the site that imports.
/// </summary>
[Feature(Features.ParentAccess)]
[RequireFeatures("OrchardCore.Deployment")]
public sealed class DeploymentStartup : StartupBase
{
    /// <inheritdoc/>
    public override void ConfigureServices(IServiceCollection services) =>
        services.AddSiteSettingsPropertyDeploymentStep<ParentAccessSettings, DeploymentStartup>(
            localizer => localizer["Parent access settings"],
            localizer => localizer["Exports the settings of parent access, without the providers that parents sign in with."]);
}
