using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using OrchardCore.DisplayManagement.Entities;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Environment.Shell;
using OrchardCore.Settings;

namespace Klik.ParentAccess.Drivers;

/// <summary>A part of the settings page of parent access, for those who may manage it. What is changed holds from the next request on.</summary>
internal abstract class ParentAccessSettingsSection<TSettings>(IHttpContextAccessor http, IAuthorizationService authorization, IShellReleaseManager release)
    : SiteDisplayDriver<TSettings>
    where TSettings : class, new()
{
    protected sealed override string SettingsGroupId => ParentAccessSettingsDriver.GroupId;

    public sealed override async Task<IDisplayResult?> EditAsync(ISite site, TSettings settings, BuildEditorContext context) =>
        await MayManageAsync() ? (await FormAsync(settings)).OnGroup(SettingsGroupId) : null;

    public sealed override async Task<IDisplayResult?> UpdateAsync(ISite site, TSettings settings, UpdateEditorContext context)
    {
        if (!await MayManageAsync())
        {
            return null;
        }

        await ChangeAsync(settings, context);
        if (context.Updater.ModelState.IsValid)
        {
            // Options and schemes are made once for a tenant.
            release.RequestRelease();
        }

        return await EditAsync(site, settings, context);
    }

    /// <summary>The fields, with what is set.</summary>
    protected abstract Task<ShapeResult> FormAsync(TSettings settings);

    /// <summary>Reads the posted fields into the settings, or says what is wrong with them.</summary>
    protected abstract Task ChangeAsync(TSettings settings, UpdateEditorContext context);

    private Task<bool> MayManageAsync() => authorization.AuthorizeAsync(http.HttpContext!.User, Permissions.ManageParentAccessSettings);
}
