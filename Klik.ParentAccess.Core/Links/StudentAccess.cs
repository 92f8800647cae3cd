namespace Klik.ParentAccess.Core.Links;

/// <summary>The rule of who can sign in.</summary>
internal static class StudentAccess
{
    /// <summary>Whether a parent who sees these students can sign in: one of them is active (rule I7). The parent then sees the
    /// inactive ones too.</summary>
    public static bool CanSignIn(IReadOnlyCollection<LinkedStudent> students) => students.Any(student => student.IsActive);
}
