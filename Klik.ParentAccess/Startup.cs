using Klik.ParentAccess.Core;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.Modules;

namespace Klik.ParentAccess;

/// <summary>The rules, pages and stores of parent access in a tenant that has the feature on.</summary>
public sealed class Startup : StartupBase
{
    /// <inheritdoc/>
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddParentAccessCore();
        services.AddParentAccessWeb();
    }
}
