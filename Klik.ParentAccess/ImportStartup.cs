using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Core.StudentRecords.Jobs;
using Klik.ParentAccess.Migrations;
using Klik.ParentAccess.Services;
using Klik.ParentAccess.Services.Jobs;
using Klik.ParentAccess.Web.Administration.Import;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using OrchardCore.Data.Migration;
using OrchardCore.Environment.Shell;
using OrchardCore.Modules;
using OrchardCore.Navigation;
using OrchardCore.Security.Permissions;

namespace Klik.ParentAccess;

/// <summary>Uploaded imports of student records, and the administrator's screen for them.</summary>
[Feature(Features.StudentRecords)]
public sealed class ImportStartup : StartupBase
{
    private const string Folder = "Klik.ParentAccess.Imports";

    /// <inheritdoc/>
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddDataMigration<ImportJobMigrations>();
        services.TryAddSingleton<ISchoolScopes, TenantScopes>();
        services.AddScoped<IImportJobStore, SqlImportJobStore>();
        services.AddSingleton(provider => new ImportJobFolder(PathFor(provider)));
        services.AddSingleton<ImportJobs>();
        services.AddScoped<IModularTenantEvents, ImportJobEvents>();

        services.AddScoped<ImportScreen>();
        services.AddPermissionProvider<ImportPermissions>();
        services.AddNavigationProvider<ImportAdminMenu>();
    }

    private static string PathFor(IServiceProvider provider)
    {
        var shells = provider.GetRequiredService<IOptions<ShellOptions>>().Value;
        return Path.Combine(shells.ShellsApplicationDataPath, shells.ShellsContainerName, provider.GetRequiredService<ShellSettings>().Name, Folder);
    }
}
