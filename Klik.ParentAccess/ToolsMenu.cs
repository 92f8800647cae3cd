using Microsoft.Extensions.Localization;
using OrchardCore.Navigation;
using OrchardCore.Security.Permissions;

namespace Klik.ParentAccess;

/// <summary>The module's entries among the tools of the admin menu.</summary>
internal static class ToolsMenu
{
    /// <summary>Adds one.</summary>
    /// <param name="builder">The menu.</param>
    /// <param name="tools">What the tools are called.</param>
    /// <param name="name">What the entry is called.</param>
    /// <param name="permission">Who sees it.</param>
    /// <param name="controller">The controller whose first page it leads to.</param>
    public static ValueTask AddTool(this NavigationBuilder builder, LocalizedString tools, LocalizedString name, Permission permission, string controller)
    {
        builder.Add(tools, menu => menu
            .Add(name, name.PrefixPosition(), entry => entry.Permission(permission).Action("Index", controller, Features.ParentAccess).LocalNav()));
        return ValueTask.CompletedTask;
    }
}
