namespace Klik.ParentAccess;

/// <summary>The ids of the module's features.</summary>
internal static class Features
{
    /// <summary>Invitations, links, sign-in and pages of parents.</summary>
    public const string ParentAccess = "Klik.ParentAccess";
}
