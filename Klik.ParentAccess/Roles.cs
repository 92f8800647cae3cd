namespace Klik.ParentAccess;

/// <summary>The names of the roles that the module knows.</summary>
internal static class Roles
{
    /// <summary>Made when the feature is enabled; every parent has it and nobody else (rule O2).</summary>
    public const string Parent = "Parent";

    /// <summary>The students' role of a site that did not choose another; given its permission when the feature is enabled.</summary>
    public const string Student = "Student";
}
