namespace Klik.ParentAccess.Web.Parents;

/// <summary>What has just happened on a parent's settings page.</summary>
public enum SettingsNews
{
    /// <summary>A choice was saved.</summary>
    Saved,

    /// <summary>A child was linked by the code of a letter (rules L5, L6).</summary>
    Linked,

    /// <summary>The child was linked before.</summary>
    AlreadyLinked,

    /// <summary>The other sessions have ended.</summary>
    SignedOutElsewhere,
}
