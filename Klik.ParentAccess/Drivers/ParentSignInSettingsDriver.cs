using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Models;
using Klik.ParentAccess.Sessions;
using Klik.ParentAccess.ViewModels;
using Klik.ParentAccess.Web.SignIn;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Environment.Shell;
using OrchardCore.Mvc.ModelBinding;

namespace Klik.ParentAccess.Drivers;

/// <summary>The providers that parents sign in with, among the site's settings (rule O4).</summary>
internal sealed class ParentSignInSettingsDriver(
    IHttpContextAccessor http,
    IAuthorizationService authorization,
    IShellReleaseManager release,
    IParentSignInProviders providers,
    CallbackClashes clashes,
    ProviderSecrets secrets,
    IStringLocalizer<ParentSignInSettingsDriver> localizer) : ParentAccessSettingsSection<ParentSignInSettings>(http, authorization, release)
{
    protected override async Task<ShapeResult> FormAsync(ParentSignInSettings settings)
    {
        var clashing = await clashes.FindAsync();
        return Initialize<ParentSignInSettingsViewModel>("ParentSignInSettings_Edit", model =>
        {
            Fill(model.Google, settings.Google, ExternalProvider.Google, clashing);
            Fill(model.Microsoft, settings.Microsoft, ExternalProvider.Microsoft, clashing);
        }).Location("Content:10");
    }

    protected override async Task ChangeAsync(ParentSignInSettings settings, UpdateEditorContext context)
    {
        var model = new ParentSignInSettingsViewModel();
        await context.Updater.TryUpdateModelAsync(model, Prefix);
        var state = context.Updater.ModelState;
        settings.Google = Changed(settings.Google, model.Google, nameof(model.Google), state);
        settings.Microsoft = Changed(settings.Microsoft, model.Microsoft, nameof(model.Microsoft), state);
    }

    private void Fill(ParentSignInProviderViewModel model, ParentSignInProvider settings, ExternalProvider provider, IReadOnlyList<ExternalProvider> clashing)
    {
        model.ClientId = settings.ClientId;
        model.CallbackPath = settings.CallbackPath;
        model.DefaultCallbackPath = CallbackPath.DefaultOf(ParentSignInSchemes.Of(provider));
        model.HasSecret = settings.ProtectedSecret is not null;
        model.Problem = settings.ProtectedSecret is { } secret && secrets.Read(secret) is null
                ? localizer["The secret cannot be read any more. Fill it in again."].Value
            : providers.ProblemOf(provider) is { } problem
                ? localizer["Parents are not offered this provider: {0}", problem].Value
            : clashing.Contains(provider)
                ? localizer["Another way to sign in to this site answers at the same redirect address. Choose another path for one of the two."].Value
            : null;
    }

    private ParentSignInProvider Changed(ParentSignInProvider present, ParentSignInProviderViewModel model, string field, ModelStateDictionary state)
    {
        var path = string.IsNullOrWhiteSpace(model.CallbackPath) ? null : model.CallbackPath.Trim();
        if (path is not null && !CallbackPath.IsOne(path))
        {
            state.AddModelError(Prefix, $"{field}.{nameof(model.CallbackPath)}", localizer["A path is a slash and then letters, digits and hyphens, such as /signin-parents."]);
            return present;
        }

        if (string.IsNullOrWhiteSpace(model.ClientId))
        {
            return new ParentSignInProvider { CallbackPath = path };
        }

        var protectedSecret = string.IsNullOrWhiteSpace(model.ClientSecret) ? present.ProtectedSecret : secrets.Protect(model.ClientSecret.Trim());
        if (protectedSecret is not null)
        {
            return new ParentSignInProvider { ClientId = model.ClientId.Trim(), ProtectedSecret = protectedSecret, CallbackPath = path };
        }

        state.AddModelError(Prefix, $"{field}.{nameof(model.ClientSecret)}", localizer["Fill in the client secret as well."]);
        return present;
    }
}
