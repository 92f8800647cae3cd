using Microsoft.Extensions.Localization;
using OrchardCore.Security.Permissions;

namespace Klik.ParentAccess;

/// <summary>Who may do what; Orchard shows them under each role, in the reader's language.</summary>
internal sealed class Permissions(IStringLocalizer<Permissions> localizer) : IPermissionProvider
{
    /// <summary>What makes somebody a student: inviting parents, and withdrawing what they see (rules I1, I3, I4).</summary>
    public static readonly Permission InviteParents = new(nameof(InviteParents));

    /// <summary>What makes somebody a parent: seeing the students whose consent there is (rules I6, I14).</summary>
    public static readonly Permission ViewLinkedStudents = new(nameof(ViewLinkedStudents));

    /// <summary>The settings of parent access.</summary>
    public static readonly Permission ManageParentAccessSettings = new(nameof(ManageParentAccessSettings), description: null, isSecurityCritical: true);

    public Task<IEnumerable<Permission>> GetPermissionsAsync() => Task.FromResult<IEnumerable<Permission>>(
    [
        InviteParents.Described(localizer["Invite parents to see the own student records"]),
        ViewLinkedStudents.Described(localizer["See the students who invited this parent"]),
        ManageParentAccessSettings.Described(localizer["Manage the settings of parent access"]),
    ]);

    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() =>
    [
        new() { Name = Roles.Parent, Permissions = [ViewLinkedStudents] },
        new() { Name = Roles.Student, Permissions = [InviteParents] },
        new() { Name = OrchardCore.OrchardCoreConstants.Roles.Administrator, Permissions = [ManageParentAccessSettings] },
    ];
}
