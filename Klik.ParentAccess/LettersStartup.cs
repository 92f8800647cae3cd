using Klik.ParentAccess.Core;
using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Indexes;
using Klik.ParentAccess.Migrations;
using Klik.ParentAccess.Services.Letters;
using Klik.ParentAccess.Tasks;
using Klik.ParentAccess.Web.Endpoints;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using OrchardCore.BackgroundTasks;
using OrchardCore.Data;
using OrchardCore.Data.Migration;
using OrchardCore.Environment.Shell;
using OrchardCore.Modules;

namespace Klik.ParentAccess;

/// <summary>Parent letters with activation codes.</summary>
[Feature(Features.Letters)]
public sealed class LettersStartup : StartupBase
{
    /// <inheritdoc/>
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddParentLetters();
        services.AddDataMigration<LetterMigrations>();
        services.AddIndexProvider<LetterPartIndexProvider>();
        services.AddScoped<ILetterStore, YesSqlLetterStore>();
        services.AddScoped<ILetters, TenantLetters>();
        services.AddScoped<LetterSuccession>();
        services.AddScoped<IFeatureEventHandler, LettersLeftBehind>();
        services.AddSingleton<IBackgroundTask, LetterErasureTask>();
    }

    /// <inheritdoc/>
    public override void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider serviceProvider) => routes.MapParentLetters();
}
