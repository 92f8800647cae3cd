using System.Net;
using System.Text.RegularExpressions;
using Klik.ParentAccess.Module.Tests.Host;
using Klik.ParentAccess.Tests.Letters;
using Klik.ParentAccess.Tests.Portal;
using Klik.ParentAccess.Tests.Storage;

namespace Klik.ParentAccess.Module.Tests.Letters;

/// <summary>What an administrator does on Orchard's screens of letters.</summary>
internal static partial class LetterScreen
{
    public const string Path = "/Admin/ParentAccess/Letters";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Makes the PDF of the whole school, and waits for it.</summary>
    public static async Task<VisitedPage> MakeAsync(this SiteVisitor administrator) =>
        await administrator.EndedAsync(await administrator.SubmitAsync(await administrator.OpenAsync(Path), Path, ("do", "make"), ("whom", "school"), ("choice", "")));

    /// <summary>Presses a button of one student's letter, and waits for a PDF that it makes.</summary>
    public static async Task<VisitedPage> PressAsync(this SiteVisitor administrator, SiteStudent student, string action) =>
        await administrator.EndedAsync(await administrator.SubmitAsync(await administrator.OpenAsync(Path), Path, ("do", action), ("student", student.Id)));

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
        return await TextOfAsync(download);
    }

    /// <summary>What independent readers find in a PDF that was served.</summary>
    public static async Task<string> TextOfAsync(HttpResponseMessage download)
    {
        Assert.Equal(HttpStatusCode.OK, download.StatusCode);
        using var folder = new TemporaryFolder();
        var path = folder.File("letters.pdf");
        await File.WriteAllBytesAsync(path, await download.Content.ReadAsByteArrayAsync(Cancel), Cancel);
        await PdfTool.RunAsync("qpdf", "--check", path);
        return await PdfTool.RunAsync("pdftotext", "-layout", path, "-");
    }

    /// <summary>The activation codes in a text.</summary>
    public static IReadOnlyList<string> CodesIn(string text) => [.. Code().Matches(text).Select(match => match.Value).Distinct()];

    /// <summary>What is filled in a form with a text, with some of it changed.</summary>
    public static IEnumerable<(string Name, string Value)> Filled(VisitedPage form, params IEnumerable<(string Name, string Value)> fields)
    {
        var values = form.Document.QuerySelectorAll("form:has(textarea) [name]").Where(field => field.LocalName != "button")
            .ToDictionary(field => field.GetAttribute("name")!, field => field.LocalName == "textarea" ? field.TextContent : field.GetAttribute("value") ?? "");
        values["do"] = "save";
        foreach (var (name, value) in fields)
        {
            values[name] = value;
        }

        return values.Select(pair => (pair.Key, pair.Value));
    }

    private static async Task<VisitedPage> EndedAsync(this SiteVisitor administrator, VisitedPage page)
    {
        for (var i = 0; i < 600; i++)
        {
            if (!page.Html.Contains("A PDF is being made", StringComparison.Ordinal))
            {
                return page;
            }

            await Task.Delay(100, Cancel);
            page = await administrator.OpenAsync(page.Address.AbsoluteUri);
        }

        throw new TimeoutException("The letters are not made within a minute.");
    }

    [GeneratedRegex("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}")]
    private static partial Regex Code();
}
