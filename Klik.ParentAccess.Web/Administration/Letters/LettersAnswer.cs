using Klik.ParentAccess.Web.Pages;

namespace Klik.ParentAccess.Web.Administration.Letters;

/// <summary>What the host answers.</summary>
public abstract record LettersAnswer
{
    private LettersAnswer()
    {
    }

    /// <summary>Look at a page anew (303).</summary>
    /// <param name="Path">The path and query to go to, relative to the school's base.</param>
    public sealed record SeeOther(string Path) : LettersAnswer;

    /// <summary>A page.</summary>
    public sealed record Shown(PageView Page) : LettersAnswer;

    /// <summary>A PDF to keep as a file, and not to be kept on the way (no-store).</summary>
    /// <param name="Content">The PDF; the host closes it.</param>
    /// <param name="FileName">What the file is called.</param>
    public sealed record Pdf(Stream Content, string FileName) : LettersAnswer
    {
        /// <summary>The type of its content.</summary>
        public const string ContentType = "application/pdf";
    }
}
