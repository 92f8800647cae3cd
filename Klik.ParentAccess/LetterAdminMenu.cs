using Microsoft.Extensions.Localization;
using OrchardCore.Navigation;

namespace Klik.ParentAccess;

/// <summary>The entry of parent letters in the admin menu.</summary>
internal sealed class LetterAdminMenu(IStringLocalizer<LetterAdminMenu> localizer) : AdminNavigationProvider
{
    protected override ValueTask BuildAsync(NavigationBuilder builder) =>
        builder.AddTool(localizer["Tools"], localizer["Parent letters"], LetterPermissions.MakeParentLetters, "Letters");
}
