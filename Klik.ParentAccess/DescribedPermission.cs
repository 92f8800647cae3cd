using OrchardCore.Security.Permissions;

namespace Klik.ParentAccess;

/// <summary>Describes a permission to whoever looks at it now.</summary>
internal static class DescribedPermission
{
    /// <summary>The same permission with a description.</summary>
    public static Permission Described(this Permission permission, string description) =>
        new(permission.Name, description, permission.ImpliedBy, permission.IsSecurityCritical);
}
