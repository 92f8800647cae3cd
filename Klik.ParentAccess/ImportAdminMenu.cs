using Microsoft.Extensions.Localization;
using OrchardCore.Navigation;

namespace Klik.ParentAccess;

/// <summary>The entry of the import in the admin menu.</summary>
internal sealed class ImportAdminMenu(IStringLocalizer<ImportAdminMenu> localizer) : AdminNavigationProvider
{
    protected override ValueTask BuildAsync(NavigationBuilder builder) =>
        builder.AddTool(localizer["Tools"], localizer["Import student records"], ImportPermissions.ImportStudentRecords, "Import");
}
