namespace Klik.ParentAccess.ViewModels;

/// <summary>All that an administrator sees of a parent (rule I9). Not sealed: Orchard derives a shape from it.</summary>
public class ParentUserViewModel
{
    /// <summary>The user name.</summary>
    public string UserName { get; set; } = "";

    /// <summary>Whether the parent can sign in: linked with at least one active student.</summary>
    public bool IsActive { get; set; }

    /// <summary>Whether it is a row of the list of users; else the page with the details.</summary>
    public bool IsInList { get; set; }
}
