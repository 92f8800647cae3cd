using Microsoft.Extensions.Localization;
using OrchardCore.Security.Permissions;

namespace Klik.ParentAccess;

/// <summary>Who may fill the built-in student records.</summary>
internal sealed class ImportPermissions(IStringLocalizer<ImportPermissions> localizer) : IPermissionProvider
{
    /// <summary>Importing students and their records, on the admin screen and through the API; it changes who counts as a student.</summary>
    public static readonly Permission ImportStudentRecords = new(nameof(ImportStudentRecords), description: null, isSecurityCritical: true);

    public Task<IEnumerable<Permission>> GetPermissionsAsync() =>
        Task.FromResult<IEnumerable<Permission>>([ImportStudentRecords.Described(localizer["Import students and their records"])]);

    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() =>
        [new() { Name = OrchardCore.OrchardCoreConstants.Roles.Administrator, Permissions = [ImportStudentRecords] }];
}
