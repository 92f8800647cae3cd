using Klik.ParentAccess.Module.Tests.Host;
using Klik.ParentAccess.Tests.Letters;
using Klik.ParentAccess.Tests.Portal;

namespace Klik.ParentAccess.Module.Tests.Letters;

/// <summary>What an administrator does on Orchard's screens of letters.</summary>
internal static class LetterScreen
{
    public const string Path = "/Admin/ParentAccess/Letters";

    /// <summary>Makes the PDF of the whole school, and waits for it.</summary>
    public static Task<VisitedPage> MakeAsync(this SiteVisitor administrator) => administrator.MakeLettersAsync(Path);

    /// <summary>Presses a button of one student's letter, and waits for a PDF that it makes.</summary>
    public static Task<VisitedPage> PressAsync(this SiteVisitor administrator, TestStudent student, string action) =>
        administrator.PressLetterAsync(Path, student, action);

    /// <summary>Searches the letters for a student.</summary>
    public static async Task<VisitedPage> SearchAsync(this SiteVisitor administrator, string name) =>
        await administrator.SubmitAsync(await administrator.OpenAsync(Path), Path, ("do", "search"), ("search", name), ("show", "letters"));

    /// <summary>The address of the PDF that the page offers.</summary>
    public static string PdfOf(VisitedPage page) =>
        new Uri(page.Address, page.Document.QuerySelector("a[href*='/pdf/']")?.GetAttribute("href") ?? throw new InvalidOperationException($"There is no PDF: {Said(page)}")).AbsoluteUri;

    /// <summary>What the screen says, without the menu around it.</summary>
    public static string Said(VisitedPage page) =>
        string.Join(' ', (page.Document.QuerySelector(".klik-screen")?.TextContent ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The text of the PDF that the page offers.</summary>
    public static async Task<string> TextOfAsync(this SiteVisitor administrator, VisitedPage page)
    {
        using var download = await administrator.RequestAsync(HttpMethod.Get, PdfOf(page));
        return await ServedPdf.TextOfAsync(download);
    }
}
