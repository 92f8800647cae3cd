using Microsoft.AspNetCore.Identity;

namespace Klik.ParentAccess.Module.Tests.Host;

/// <summary>A host whose site looks at the user's stamp at every request, and not every half hour.</summary>
public sealed class WatchfulHost : RunningHost
{
    protected override IReadOnlyList<string> FirstSchools => [""];

    protected override void Configure(WebApplicationBuilder builder) => builder.Services.AddOrchardCore()
        .ConfigureServices(tenant => tenant.Configure<SecurityStampValidatorOptions>(options => options.ValidationInterval = TimeSpan.Zero));
}
