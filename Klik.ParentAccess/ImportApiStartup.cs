using Klik.ParentAccess.Endpoints;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using OrchardCore.Modules;

namespace Klik.ParentAccess;

/// <summary>The import for programs, where the site can check their tokens.</summary>
[Feature(Features.StudentRecords)]
[RequireFeatures("OrchardCore.OpenId.Validation")]
public sealed class ImportApiStartup : StartupBase
{
    /// <inheritdoc/>
    public override void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider serviceProvider) => routes.MapImportApi();
}
