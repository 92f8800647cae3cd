using Klik.ParentAccess.Core;
using Klik.ParentAccess.Core.Mail;
using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Core.StudentRecords;
using Klik.ParentAccess.Drivers;
using Klik.ParentAccess.Migrations;
using Klik.ParentAccess.Pages;
using Klik.ParentAccess.Services;
using Klik.ParentAccess.Services.Accounts;
using Klik.ParentAccess.Services.Students;
using Klik.ParentAccess.Sessions;
using Klik.ParentAccess.Tasks;
using Klik.ParentAccess.Web.Endpoints;
using Klik.ParentAccess.Web.Localization;
using Klik.ParentAccess.Web.Look;
using Klik.ParentAccess.Web.Pages;
using Klik.ParentAccess.Web.Sessions;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using OrchardCore.BackgroundTasks;
using OrchardCore.Data.Migration;
using OrchardCore.DisplayManagement;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.Environment.Shell;
using OrchardCore.Environment.Shell.Configuration;
using OrchardCore.Modules;
using OrchardCore.Navigation;
using OrchardCore.Security.Permissions;
using OrchardCore.Users.Models;
using OrchardCore.Users.Services;

namespace Klik.ParentAccess;

/// <summary>Invitations, links, sign-in and pages of parents, in a tenant that has the feature on.</summary>
public sealed class Startup(IShellConfiguration configuration, ShellSettings tenant) : StartupBase
{
    /// <inheritdoc/>
    public override void ConfigureServices(IServiceCollection services)
    {
        services.AddParentAccessCore();
        // Apart from the folder where Orchard keeps texts of its own, in a form of its own.
        services.AddParentAccessWeb(texts => texts.Folder = "Localization/Klik.ParentAccess.Texts");
        services.AddSingleton<IPostConfigureOptions<ParentAccessOptions>, SiteOptions>();
        services.AddParentAccessStore();

        services.AddScoped<ICurrentSchool, SiteSchool>();
        services.AddScoped<ISchoolAddress, SiteAddress>();
        services.AddTenantKeys();
        services.AddScoped<IMailTransport, SiteMailTransport>();
        services.AddSingleton<IBackgroundTask, OutboxTask>();
        services.AddSingleton<IBackgroundTask, ErasureTask>();

        services.TryAddScoped<IStudentRecords, NoStudentRecords>();

        services.AddRazorComponents();
        services.AddSingleton<IPages, ThemedPages>();
        services.AddScoped<IPeople, SitePeople>();
        services.AddScoped<StudentOfUser>();
        services.AddScoped<IUserClaimsProvider, StudentClaimsProvider>();
        services.AddScoped<IUserClaimsProvider, ParentClaimsProvider>();
        services.AddExternalSignIn(configuration, tenant);

        services.AddScoped<IDisplayManager<User>, UserDisplay>();
        services.AddTransient<IUsersAdminListFilterProvider, ParentStatusFilter>();
        services.AddScoped<IAuthorizationHandler, ParentUserAuthorization>();

        services.AddPermissionProvider<Permissions>();
        services.AddDataMigration<ParentRoleMigration>();
        services.AddSiteDisplayDriver<ParentAccessSettingsDriver>();
        services.AddSiteDisplayDriver<ParentSignInSettingsDriver>();
        services.AddNavigationProvider<AdminMenu>();
    }

    /// <inheritdoc/>
    public override void Configure(IApplicationBuilder app, IEndpointRouteBuilder routes, IServiceProvider serviceProvider)
    {
        // Only on our own pages: what language the others speak is the site's business.
        app.UseWhen(
            context => context.GetEndpoint()?.Metadata.GetMetadata<SchoolEndpointMetadata>() is not null,
            branch => branch.UseParentAccessLanguage(context => context.RequestServices.GetRequiredService<ICurrentSchool>().School.Language));
        routes.MapParentAccess();
        routes.MapSiteSignIn();
        routes.MapAccent();
    }
}
