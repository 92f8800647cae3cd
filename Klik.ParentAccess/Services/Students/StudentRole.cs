using Klik.ParentAccess.Models;
using OrchardCore.Settings;
using OrchardCore.Users.Models;

namespace Klik.ParentAccess.Services.Students;

/// <summary>The role that makes a user of the site a student, as the administrator chose it.</summary>
internal sealed class StudentRole(ISiteService sites)
{
    /// <summary>Its name.</summary>
    public string Name => sites.GetSettings<ParentAccessSettings>().StudentRole;

    /// <summary>Whether a user has it.</summary>
    public bool Has(User user) => user.RoleNames.Contains(Name, StringComparer.OrdinalIgnoreCase);
}
