using Klik.ParentAccess.Core;
using Klik.ParentAccess.Models;
using Klik.ParentAccess.ViewModels;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Localization;
using OrchardCore.DisplayManagement.Handlers;
using OrchardCore.DisplayManagement.Views;
using OrchardCore.Environment.Shell;
using OrchardCore.Mvc.ModelBinding;

namespace Klik.ParentAccess.Drivers;

/// <summary>The settings of parent letters, below those of parent access.</summary>
internal sealed class LetterSettingsDriver(
    IHttpContextAccessor http, IAuthorizationService authorization, IShellReleaseManager release, IStringLocalizer<LetterSettingsDriver> localizer)
    : ParentAccessSettingsSection<LetterSettings>(http, authorization, release)
{
    private const int MaxLifetimeDays = 365;
    private const int MaxSeats = 10;

    protected override Task<ShapeResult> FormAsync(LetterSettings settings) =>
        Task.FromResult(Initialize<LetterSettingsViewModel>("LetterSettings_Edit", model =>
        {
            var product = new ParentAccessOptions();
            model.LetterLifetimeDays = settings.LetterLifetimeDays;
            model.LetterSeats = settings.LetterSeats;
            model.DefaultLetterLifetimeDays = product.LetterLifetimeDays;
            model.DefaultLetterSeats = product.LetterSeats;
        }).Location("Content:7"));

    protected override async Task ChangeAsync(LetterSettings settings, UpdateEditorContext context)
    {
        var model = new LetterSettingsViewModel();
        await context.Updater.TryUpdateModelAsync(model, Prefix);
        if (model.LetterLifetimeDays is < 1 or > MaxLifetimeDays)
        {
            context.Updater.ModelState.AddModelError(Prefix, nameof(model.LetterLifetimeDays), localizer["Fill in a number from 1 to {0}.", MaxLifetimeDays]);
        }

        if (model.LetterSeats is < 1 or > MaxSeats)
        {
            context.Updater.ModelState.AddModelError(Prefix, nameof(model.LetterSeats), localizer["Fill in a number from 1 to {0}.", MaxSeats]);
        }

        if (context.Updater.ModelState.IsValid)
        {
            (settings.LetterLifetimeDays, settings.LetterSeats) = (model.LetterLifetimeDays, model.LetterSeats);
        }
    }
}
