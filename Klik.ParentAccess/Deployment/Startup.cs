using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Deployment;
using OrchardCore.Modules;

namespace Klik.ParentAccess.Deployment;

/// <summary>What deployment plans of a tenant with parent access leave out.</summary>
[RequireFeatures("OrchardCore.Deployment")]
public sealed class Startup : StartupBase
{
    /// <inheritdoc/>
    public override void ConfigureServices(IServiceCollection services) => services.AddTransient<IDeploymentSource, WithoutParents>();
}
