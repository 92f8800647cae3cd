namespace Klik.ParentAccess;

/// <summary>The names of the roles that the module knows.</summary>
internal static class Roles
{
    /// <summary>Made when the feature is enabled; every parent has it and nobody else (rule O2).</summary>
    public const string Parent = "Parent";

    /// <summary>Given its permission when a site has it; a site may call its students' role otherwise.</summary>
    public const string Student = "Student";
}
