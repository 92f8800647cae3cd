using Klik.ParentAccess.Web.Pages;

namespace Klik.ParentAccess.Web.Administration.Import;

/// <summary>What the host answers to an upload.</summary>
public abstract record ImportAnswer
{
    private ImportAnswer()
    {
    }

    /// <summary>The import runs: look at its progress (303).</summary>
    /// <param name="Path">The path and query to go to, relative to the school's base.</param>
    public sealed record Started(string Path) : ImportAnswer;

    /// <summary>Nothing was imported, as the page says.</summary>
    public sealed record Refused(PageView Page) : ImportAnswer;

    /// <summary>The request does not announce its length (411).</summary>
    public sealed record LengthRequired : ImportAnswer;
}
