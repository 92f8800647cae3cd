using Klik.ParentAccess.Controllers;
using Microsoft.Extensions.Localization;
using OrchardCore.Navigation;

namespace Klik.ParentAccess;

/// <summary>The entry of parent letters in the admin menu.</summary>
internal sealed class LetterAdminMenu(IStringLocalizer<LetterAdminMenu> localizer) : AdminNavigationProvider
{
    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(localizer["Tools"], tools => tools
            .Add(localizer["Parent letters"], localizer["Parent letters"].PrefixPosition(), entry => entry
                .Permission(LetterPermissions.MakeParentLetters)
                .Action(nameof(LettersController.Index), "Letters", Features.ParentAccess)
                .LocalNav()));
        return ValueTask.CompletedTask;
    }
}
