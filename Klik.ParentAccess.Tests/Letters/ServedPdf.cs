using System.Net;
using System.Text.RegularExpressions;
using Klik.ParentAccess.Tests.Storage;

namespace Klik.ParentAccess.Tests.Letters;

/// <summary>A PDF of letters that was served, as independent readers find it.</summary>
internal static partial class ServedPdf
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The text in it; a PDF with anything wrong fails the test.</summary>
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

    [GeneratedRegex("[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){3}")]
    private static partial Regex Code();
}
