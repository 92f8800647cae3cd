using Klik.ParentAccess.Drivers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using OrchardCore.Navigation;

namespace Klik.ParentAccess;

/// <summary>The entry of the settings in the admin menu.</summary>
internal sealed class AdminMenu(IStringLocalizer<AdminMenu> localizer) : AdminNavigationProvider
{
    private static readonly RouteValueDictionary Settings = new()
    {
        { "area", "OrchardCore.Settings" },
        { "groupId", ParentAccessSettingsDriver.GroupId },
    };

    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(localizer["Settings"], settings => settings
            .Add(localizer["Parent access"], localizer["Parent access"].PrefixPosition(), entry => entry
                .Permission(Permissions.ManageParentAccessSettings)
                .Action("Index", "Admin", Settings)
                .LocalNav()));
        return ValueTask.CompletedTask;
    }
}
