using Klik.ParentAccess.Core.Schools;

namespace Klik.Portal.Schools;

/// <summary>First parts of paths that the portal itself uses; a school with one of these would take them away.</summary>
internal static class ReservedSchoolIds
{
    private static readonly HashSet<string> All =
    [
        "dev", "healthz", "problem", "readyz", "sign-in", "signin-google", "signin-microsoft", "signin-school",
    ];

    /// <summary>Whether no school may have this id.</summary>
    public static bool Contains(SchoolId id) => All.Contains(id.Value);
}
