using Klik.ParentAccess.Core.Links;
using Microsoft.AspNetCore.Components;

namespace Klik.ParentAccess.Web.Parents;

/// <summary>A page about one student: the front page or a part.</summary>
/// <typeparam name="T">What the page shows.</typeparam>
public abstract class StudentPage<T> : ComponentBase
{
    /// <summary>The links of the parent's pages.</summary>
    [Parameter, EditorRequired]
    public required ParentPaths Paths { get; set; }

    /// <summary>The student.</summary>
    [Parameter, EditorRequired]
    public required LinkedStudent Student { get; set; }

    /// <summary>What the page shows.</summary>
    [Parameter, EditorRequired]
    public required T Content { get; set; }
}
