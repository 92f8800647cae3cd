using Klik.ParentAccess.Models;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;
using OrchardCore.Settings.Deployment;

namespace Klik.ParentAccess.Deployment;

/// <summary>Lets a deployment plan carry the settings of parent letters to another site, where a site has deployment.</summary>
[Feature(Features.Letters)]
[RequireFeatures("OrchardCore.Deployment")]
public sealed class LetterDeploymentStartup : StartupBase
{
    /// <inheritdoc/>
    public override void ConfigureServices(IServiceCollection services) =>
        services.AddSiteSettingsPropertyDeploymentStep<LetterSettings, LetterDeploymentStartup>(
            localizer => localizer["Parent letter settings"],
            localizer => localizer["Exports how long parent letters work and for how many parents they are."]);
}
