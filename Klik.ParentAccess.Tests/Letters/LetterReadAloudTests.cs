using System.Text;
using System.Text.RegularExpressions;
using Klik.ParentAccess.Core.Letters;

namespace Klik.ParentAccess.Tests.Letters;

/// <summary>The letters for who cannot see them.</summary>
[Trait("Rule", "L1")]
[Trait("Rule", "P9")]
public sealed partial class LetterReadAloudTests : IDisposable
{
    private readonly SampleLetters _sample = new();

    public void Dispose() => _sample.Dispose();

    [Fact]
    public async Task The_document_can_be_read_aloud_in_order()
    {
        var file = await _sample.WriteAsync([_sample.Letter(1)]);

        var structure = await PdfTool.RunAsync("pdfinfo", "-struct-text", file);
        var facts = await PdfTool.RunAsync("pdfinfo", file);

        Assert.Matches(@"Title:\s+Ouderbrieven Het Voorbeeld", facts);
        Assert.Matches(@"Tagged:\s+yes", facts);
        Assert.Matches(@"Page size:\s+595.28 x 841.89 pts \(A4\)", facts);
        string[] inOrder = ["Het Voorbeeld", SampleLetters.Greek, "H1", "Kijk mee met", "Activatiecode", _sample.Letter(1).Code.Text, "Figure", "H2", "LBody", "Scan de QR-code", "Bewaar deze brief"];
        var places = inOrder.Select(words => structure.IndexOf(words, StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    }

    [Fact]
    public async Task Words_at_the_end_of_a_line_are_not_read_as_one_and_no_word_as_two()
    {
        var words = string.Join(' ', Enumerable.Range(1, 80).Select(number => $"woord{number}"));
        _sample.Texts["nl"] = LetterLanguage.Of("nl").Text with { Introduction = words };
        _sample.School.Base = new Uri("https://een-heel-lang-adres-van-een-school.voorbeeld.example/een-lang-pad/demo/");
        var letter = _sample.Letter(1);
        var file = await _sample.WriteAsync([letter]);

        var structure = await PdfTool.RunAsync("pdfinfo", "-struct-text", file);

        Assert.Contains($"\"{words}\"", structure, StringComparison.Ordinal);
        Assert.Contains($"\"{_sample.Link(letter)["https://".Length..]}\"", structure, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Marks_of_PDF_UA_are_there()
    {
        var file = await _sample.WriteAsync(_sample.Many(2));
        var plain = _sample.PathOf("plain.pdf");
        await PdfTool.RunAsync("qpdf", "--qdf", "--object-streams=disable", file, plain);

        var text = await File.ReadAllTextAsync(plain, Encoding.Latin1, TestContext.Current.CancellationToken);

        Assert.Contains("<pdfuaid:part>1</pdfuaid:part>", text, StringComparison.Ordinal);
        Assert.Contains("/DisplayDocTitle true", text, StringComparison.Ordinal);
        Assert.Contains("/Marked true", text, StringComparison.Ordinal);
        Assert.Contains("/Lang (nl)", text, StringComparison.Ordinal);
        Assert.Contains("/Lang (en)", text, StringComparison.Ordinal);
        Assert.Equal(2, Alternatives().Count(text));
        Assert.True(EverythingIsMarked(text), "Something is drawn that is neither text to read nor decoration.");
    }

    [GeneratedRegex(@"/Alt \(QR")]
    private static partial Regex Alternatives();

    [GeneratedRegex(@"(?<begin>\bB[DM]C\b)|(?<end>\bEMC\b)|(?<draw>\b(?:Tj|f)\b)|(?<page>\bendstream\b)")]
    private static partial Regex Operators();

    private static bool EverythingIsMarked(string text)
    {
        var contents = text[..text.IndexOf("/FontFile2", StringComparison.Ordinal)];
        var depth = 0;
        var drawn = 0;
        foreach (Match match in Operators().Matches(contents))
        {
            depth += match.Groups["begin"].Success ? 1 : match.Groups["end"].Success ? -1 : 0;
            drawn += match.Groups["draw"].Success ? 1 : 0;
            if (depth is < 0 or > 1 || (match.Groups["draw"].Success && depth != 1) || (match.Groups["page"].Success && depth != 0))
            {
                return false;
            }
        }

        return drawn > 20;
    }
}
