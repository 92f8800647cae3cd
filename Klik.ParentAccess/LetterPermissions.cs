using Microsoft.Extensions.Localization;
using OrchardCore.Security.Permissions;

namespace Klik.ParentAccess;

/// <summary>Who may make parent letters.</summary>
internal sealed class LetterPermissions(IStringLocalizer<LetterPermissions> localizer) : IPermissionProvider
{
    /// <summary>Making, printing and withdrawing letters, and changing their text; whoever has a letter can link with its student (rule L3).</summary>
    public static readonly Permission MakeParentLetters = new(nameof(MakeParentLetters), description: null, isSecurityCritical: true);

    public Task<IEnumerable<Permission>> GetPermissionsAsync() =>
        Task.FromResult<IEnumerable<Permission>>([MakeParentLetters.Described(localizer["Make parent letters"])]);

    public IEnumerable<PermissionStereotype> GetDefaultStereotypes() =>
        [new() { Name = OrchardCore.OrchardCoreConstants.Roles.Administrator, Permissions = [MakeParentLetters] }];
}
