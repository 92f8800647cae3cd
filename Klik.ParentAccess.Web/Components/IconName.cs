namespace Klik.ParentAccess.Web.Components;

/// <summary>The small pictures of <see cref="Icon"/>.</summary>
public enum IconName
{
    /// <summary>A tick.</summary>
    Check,

    /// <summary>A tick in a circle: it went well.</summary>
    CheckCircle,

    /// <summary>A triangle: something is wrong.</summary>
    Warning,

    /// <summary>An i in a circle.</summary>
    Information,

    /// <summary>To the previous page.</summary>
    Back,

    /// <summary>To the next page, or into something.</summary>
    Forward,

    /// <summary>Leaves these pages.</summary>
    Elsewhere,

    /// <summary>A person.</summary>
    Person,

    /// <summary>An envelope.</summary>
    Mail,

    /// <summary>The grade list.</summary>
    Grades,

    /// <summary>The progress overview.</summary>
    Progress,

    /// <summary>The assessments.</summary>
    Assessment,

    /// <summary>The personal goals.</summary>
    Goal,

    /// <summary>The personal links.</summary>
    Link,

    /// <summary>The conversations.</summary>
    Conversation,

    /// <summary>Settings.</summary>
    Settings,
}
