namespace Klik.ParentAccess.Web.Components;

/// <summary>What kind of news a <see cref="Notice"/> brings.</summary>
public enum NoticeKind
{
    /// <summary>Good to know.</summary>
    Information,

    /// <summary>It went well.</summary>
    Success,

    /// <summary>It did not go, or something must be done.</summary>
    Problem,
}
