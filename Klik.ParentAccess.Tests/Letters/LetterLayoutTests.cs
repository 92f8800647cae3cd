using System.Globalization;
using System.Text.RegularExpressions;
using Klik.ParentAccess.Core.Letters;

namespace Klik.ParentAccess.Tests.Letters;

/// <summary>Letters with more in them, or other signs, than a page expects.</summary>
[Trait("Rule", "L1")]
public sealed partial class LetterLayoutTests : IDisposable
{
    private readonly SampleLetters _sample = new();

    public void Dispose() => _sample.Dispose();

    [Fact]
    public async Task A_letter_that_does_not_fit_flows_to_a_second_page_and_the_next_begins_on_its_own()
    {
        var text = LetterLanguage.Of("nl").Text;
        _sample.Texts["nl"] = text with { Closing = string.Join('\n', Enumerable.Range(1, 40).Select(line => $"Regel {line} van een lang slot.")) };
        var file = await _sample.WriteAsync([_sample.Letter(4), _sample.Letter(0)]);

        var pages = (await PdfTool.RunAsync("pdftotext", file, "-")).Split('\f', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(4, pages.Length);
        Assert.Contains("Regel 1 van", pages[0], StringComparison.Ordinal);
        Assert.Contains("Brief voor de ouders van Zoë Öztürk, bladzijde 2", pages[1], StringComparison.Ordinal);
        Assert.Contains("Regel 40 van", pages[1], StringComparison.Ordinal);
        Assert.Contains("Emma de Vries", pages[2], StringComparison.Ordinal);
        await PdfTool.RunAsync("qpdf", "--check", file);
    }

    [Fact]
    public async Task Code_link_and_QR_code_stay_together_wherever_the_page_ends()
    {
        var text = LetterLanguage.Of("nl").Text;
        for (var lines = 14; lines < 26; lines += 3)
        {
            _sample.Texts["nl"] = text with { Introduction = string.Join('\n', Enumerable.Range(1, lines).Select(line => $"Regel {line} van een lange inleiding.")) };
            var letter = _sample.Letter(lines);
            var file = await _sample.WriteAsync([letter]);

            var pages = (await PdfTool.RunAsync("pdftotext", file, "-")).Split('\f', StringSplitOptions.RemoveEmptyEntries);
            var withCode = Assert.Single(Enumerable.Range(1, pages.Length), page => pages[page - 1].Contains($"{letter.Code.Text}\n", StringComparison.Ordinal));
            Assert.Contains("Geldig tot", pages[withCode - 1], StringComparison.Ordinal);
            await PdfTool.RunAsync("pdftoppm", "-r", "100", "-gray", "-singlefile", "-f", $"{withCode}", file, _sample.PathOf("page"));
            Assert.Equal(_sample.Link(letter), (await PdfTool.RunAsync("zbarimg", "-q", "--raw", _sample.PathOf("page.pgm"))).Trim());
        }
    }

    [Fact]
    public async Task A_name_that_the_font_lacks_shows_signs_and_stays_readable_as_text()
    {
        var file = await _sample.WriteAsync([_sample.Letter(1, "Mei 王小明 🙂"), _sample.Letter(2, "Zoe\u0308 e\u0301e\u0300 \u200Fverborgen\u0000")]);

        var pages = (await PdfTool.RunAsync("pdftotext", "-enc", "UTF-8", file, "-")).Split('\f', StringSplitOptions.RemoveEmptyEntries);

        Assert.Contains("Mei 王小明 \uFFFD", pages[0], StringComparison.Ordinal);
        Assert.Contains("Zoë éè verborgen", pages[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_stands_in_a_name_is_never_an_operator_or_a_placeholder()
    {
        const string Name = "{school} (a) <b> \\) ET Q %%EOF endstream";
        var file = await _sample.WriteAsync([_sample.Letter(1, Name, classTitle: "3B) /x")]);

        await PdfTool.RunAsync("qpdf", "--check", file);

        Assert.Contains(Name, await PdfTool.RunAsync("pdftotext", file, "-"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_very_long_name_and_word_stay_within_the_margins()
    {
        var word = new string('W', 400);
        var file = await _sample.WriteAsync([_sample.Letter(1, $"Anna {word}", classTitle: word)]);

        var boxes = await PdfTool.RunAsync("pdftotext", "-bbox", file, "-");

        var rights = RightSides().Matches(boxes).Select(match => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture)).ToList();
        Assert.NotEmpty(rights);
        Assert.All(rights, right => Assert.InRange(right, 70, 525));
    }

    [GeneratedRegex(@"xMax=""([\d.]+)""")]
    private static partial Regex RightSides();
}
