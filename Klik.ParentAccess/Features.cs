namespace Klik.ParentAccess;

/// <summary>The ids of the module's features.</summary>
internal static class Features
{
    /// <summary>Invitations, links, sign-in and pages of parents.</summary>
    public const string ParentAccess = "Klik.ParentAccess";

    /// <summary>Parent letters with activation codes.</summary>
    public const string Letters = "Klik.ParentAccess.Letters";

    /// <summary>The built-in student records and their import.</summary>
    public const string StudentRecords = "Klik.ParentAccess.StudentRecords";
}
