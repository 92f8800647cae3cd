using Klik.ParentAccess.Models;
using Klik.ParentAccess.ViewModels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using OrchardCore.DisplayManagement.Entities;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Environment.Shell;
using OrchardCore.Mvc.ModelBinding;
using OrchardCore.Settings;

namespace Klik.ParentAccess.Drivers;

/// <summary>The providers that parents sign in with, among the site's settings (rule O4).</summary>
internal sealed class ParentSignInSettingsDriver(
    IHttpContextAccessor http,
    IAuthorizationService authorization,
    IShellReleaseManager release,
    IDataProtectionProvider protection,
    IStringLocalizer<ParentSignInSettingsDriver> localizer) : SiteDisplayDriver<ParentSignInSettings>
{
    protected override string SettingsGroupId => ParentAccessSettingsDriver.GroupId;

    public override async Task<IDisplayResult?> EditAsync(ISite site, ParentSignInSettings settings, BuildEditorContext context)
    {
        if (!await MayManageAsync())
        {
            return null;
        }

        return Initialize<ParentSignInSettingsViewModel>("ParentSignInSettings_Edit", model =>
        {
            model.GoogleClientId = settings.Google.ClientId;
            model.HasGoogleSecret = settings.Google.ProtectedSecret is not null;
            model.MicrosoftClientId = settings.Microsoft.ClientId;
            model.HasMicrosoftSecret = settings.Microsoft.ProtectedSecret is not null;
        }).Location("Content:10").OnGroup(SettingsGroupId);
    }

    public override async Task<IDisplayResult?> UpdateAsync(ISite site, ParentSignInSettings settings, UpdateEditorContext context)
    {
        if (!await MayManageAsync())
        {
            return null;
        }

        var model = new ParentSignInSettingsViewModel();
        await context.Updater.TryUpdateModelAsync(model, Prefix);
        var state = context.Updater.ModelState;
        settings.Google = Changed(settings.Google, model.GoogleClientId, model.GoogleClientSecret, nameof(model.GoogleClientSecret), state);
        settings.Microsoft = Changed(settings.Microsoft, model.MicrosoftClientId, model.MicrosoftClientSecret, nameof(model.MicrosoftClientSecret), state);
        // Schemes are made once for a tenant.
        release.RequestRelease();
        return await EditAsync(site, settings, context);
    }

    private ParentSignInProvider Changed(ParentSignInProvider present, string? clientId, string? secret, string secretField, ModelStateDictionary state)
    {
        if (string.IsNullOrWhiteSpace(clientId))
        {
            return new ParentSignInProvider();
        }

        var changed = new ParentSignInProvider
        {
            ClientId = clientId.Trim(),
            ProtectedSecret = string.IsNullOrWhiteSpace(secret)
                ? present.ProtectedSecret
                : protection.CreateProtector(ParentSignInSettings.ProtectorName).Protect(secret.Trim()),
        };
        if (changed.ProtectedSecret is not null)
        {
            return changed;
        }

        state.AddModelError(Prefix, secretField, localizer["Fill in the client secret as well."]);
        return present;
    }

    private Task<bool> MayManageAsync() => authorization.AuthorizeAsync(http.HttpContext!.User, Permissions.ManageParentAccessSettings);
}
