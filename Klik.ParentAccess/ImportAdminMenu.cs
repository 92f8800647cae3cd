using Klik.ParentAccess.Controllers;
using Microsoft.Extensions.Localization;
using OrchardCore.Navigation;

namespace Klik.ParentAccess;

/// <summary>The entry of the import in the admin menu.</summary>
internal sealed class ImportAdminMenu(IStringLocalizer<ImportAdminMenu> localizer) : AdminNavigationProvider
{
    protected override ValueTask BuildAsync(NavigationBuilder builder)
    {
        builder.Add(localizer["Tools"], tools => tools
            .Add(localizer["Import student records"], localizer["Import student records"].PrefixPosition(), entry => entry
                .Permission(ImportPermissions.ImportStudentRecords)
                .Action(nameof(ImportController.Index), "Import", Features.ParentAccess)
                .LocalNav()));
        return ValueTask.CompletedTask;
    }
}
