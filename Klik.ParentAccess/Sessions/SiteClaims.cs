namespace Klik.ParentAccess.Sessions;

/// <summary>What the module adds to the principal of somebody who signs in to the site.</summary>
internal static class SiteClaims
{
    /// <summary>The id of the student whom a user is.</summary>
    public const string Student = "klik:student";

    /// <summary>What the session remembers of the own account that a parent signed in with.</summary>
    public const string OwnAccount = "klik:own";
}
