using Klik.ParentAccess.Core;
using Klik.ParentAccess.Core.Letters;
using Klik.ParentAccess.Core.Letters.Jobs;
using Klik.ParentAccess.Drivers;
using Klik.ParentAccess.Services;
using Klik.ParentAccess.Services.Jobs;
using Klik.ParentAccess.Services.Letters;
using Klik.ParentAccess.Tasks;
using Klik.ParentAccess.Web.Administration;
using Klik.ParentAccess.Web.Administration.Letters;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OrchardCore.BackgroundTasks;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.Environment.Shell;
using OrchardCore.Modules;
using OrchardCore.Navigation;
using OrchardCore.Security.Permissions;

namespace Klik.ParentAccess;

/// <summary>The administrator's screens of parent letters: the PDF, the list, the text and the settings (rule L1).</summary>
[Feature(Features.Letters)]
public sealed class LetterAdministrationStartup(
    IShellHost shells, ShellSettings shell, IOptions<ShellOptions> options, IHostApplicationLifetime lifetime, ILogger<LetterJobs> logger) : StartupBase
{
    private const string Folder = "Klik.ParentAccess.Letters";

    /// <inheritdoc/>
    public override void ConfigureServices(IServiceCollection services)
    {
        var letters = TenantLetterJobs.Of(shells, shell.Name, MakeJobs);
        services.AddSingleton(letters);
        services.AddSingleton(letters.Jobs);
        services.AddScoped<IModularTenantEvents, LetterJobEvents>();
        services.AddScoped<IFeatureEventHandler, LetterPdfsPutAway>();
        services.AddSingleton<IBackgroundTask, LetterPdfTask>();
        services.AddScoped<ILetterTexts, TenantLetterTexts>();
        services.AddSingleton<IPostConfigureOptions<ParentAccessOptions>, LetterSiteOptions>();

        services.AddSingleton<NameSearch>();
        services.AddScoped<LettersScreen>();
        services.AddScoped<LetterTextScreen>();
        services.AddPermissionProvider<LetterPermissions>();
        services.AddNavigationProvider<LetterAdminMenu>();
        services.AddSiteDisplayDriver<LetterSettingsDriver>();
    }

    private TenantLetterJobs MakeJobs()
    {
        var folder = new LetterJobFolder(Path.Combine(options.Value.ShellsApplicationDataPath, options.Value.ShellsContainerName, shell.Name, Folder));
        return new TenantLetterJobs(new LetterJobs(new TenantScopes(shells, shell), folder, lifetime, TimeProvider.System, logger));
    }
}
