using Klik.ParentAccess.Core;
using Klik.ParentAccess.Core.Schools;
using Klik.ParentAccess.Models;
using Klik.ParentAccess.Services.Students;
using Klik.ParentAccess.ViewModels;
using Klik.ParentAccess.Web.Localization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Environment.Shell;
using OrchardCore.Environment.Shell.Scope;
using OrchardCore.Mvc.ModelBinding;
using OrchardCore.Security.Services;

namespace Klik.ParentAccess.Drivers;

/// <summary>The settings of parent access among the site's.</summary>
internal sealed class ParentAccessSettingsDriver(
    IHttpContextAccessor http,
    IAuthorizationService authorization,
    IShellReleaseManager release,
    IRoleService roles,
    ITexts texts,
    IStringLocalizer<ParentAccessSettingsDriver> localizer) : ParentAccessSettingsSection<ParentAccessSettings>(http, authorization, release)
{
    public const string GroupId = "parent-access";

    private const int MaxLifetimeDays = 90;

    protected override async Task<ShapeResult> FormAsync(ParentAccessSettings settings)
    {
        var choice = await StudentRolesAsync();
        return Initialize<ParentAccessSettingsViewModel>("ParentAccessSettings_Edit", model =>
        {
            model.Language = settings.Language;
            model.StudentRole = settings.StudentRole;
            model.StudentRoles = choice.Union([settings.StudentRole], StringComparer.OrdinalIgnoreCase).Select(role => new SelectListItem(role, role));
            model.AccentColor = settings.AccentColor;
            model.ShowsConversations = settings.ShowsConversations;
            model.AllowsOwnAccounts = settings.AllowsOwnAccounts;
            model.InvitationLifetimeDays = settings.InvitationLifetimeDays;
            model.DefaultInvitationLifetimeDays = new ParentAccessOptions().InvitationLifetimeDays;
            model.Languages = texts.Languages.Select(language => new SelectListItem(language.Name, language.Tag));
        }).Location("Content:5");
    }

    protected override async Task ChangeAsync(ParentAccessSettings settings, UpdateEditorContext context)
    {
        var model = new ParentAccessSettingsViewModel();
        await context.Updater.TryUpdateModelAsync(model, Prefix);
        if (texts.Languages.All(language => language.Tag != model.Language))
        {
            context.Updater.ModelState.AddModelError(Prefix, nameof(model.Language), localizer["Choose a language from the list."]);
        }

        // A role that is gone can stay chosen, but not be chosen anew.
        if (model.StudentRole != settings.StudentRole && !(await StudentRolesAsync()).Contains(model.StudentRole))
        {
            context.Updater.ModelState.AddModelError(Prefix, nameof(model.StudentRole), localizer["Choose a role from the list."]);
        }

        var hasAccent = AccentColor.TryParse(model.AccentColor, out var accent);
        if (!hasAccent && !string.IsNullOrWhiteSpace(model.AccentColor))
        {
            context.Updater.ModelState.AddModelError(Prefix, nameof(model.AccentColor), localizer["A colour is a # and six digits or letters a to f, such as #126073."]);
        }

        if (model.InvitationLifetimeDays is < 1 or > MaxLifetimeDays)
        {
            context.Updater.ModelState.AddModelError(Prefix, nameof(model.InvitationLifetimeDays), localizer["Fill in a number from 1 to {0}.", MaxLifetimeDays]);
        }

        if (context.Updater.ModelState.IsValid)
        {
            settings.Language = model.Language!;
            if (settings.StudentRole != model.StudentRole)
            {
                settings.StudentRole = model.StudentRole!;
                ShellScope.AddDeferredTask(scope => scope.ServiceProvider.GetRequiredService<StudentUsers>().FollowChosenRoleAsync());
            }

            settings.AccentColor = hasAccent ? accent!.ToString() : null;
            settings.ShowsConversations = model.ShowsConversations;
            settings.AllowsOwnAccounts = model.AllowsOwnAccounts;
            settings.InvitationLifetimeDays = model.InvitationLifetimeDays;
        }
    }

    // Not what everybody has, or nobody who could be a student.
    private async Task<IReadOnlyList<string>> StudentRolesAsync()
    {
        var names = new List<string>();
        foreach (var role in await roles.GetRolesAsync())
        {
            if (role.RoleName != Roles.Parent && !await roles.IsSystemRoleAsync(role.RoleName) && !await roles.IsAdminRoleAsync(role.RoleName))
            {
                names.Add(role.RoleName);
            }
        }

        return names;
    }
}
