using System.Text;
using System.Text.RegularExpressions;
using Klik.ParentAccess.Core.Letters;

namespace Klik.ParentAccess.Tests.Letters;

/// <summary>The letters as readers that are not ours see them.</summary>
[Trait("Rule", "L1")]
public sealed partial class LetterPdfTests : IDisposable
{
    private readonly SampleLetters _sample = new();

    public void Dispose() => _sample.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(65)]
    [InlineData(300)]
    public async Task Nothing_is_wrong_with_the_file(int letters)
    {
        var file = await _sample.WriteAsync(_sample.Many(letters));

        var findings = await PdfTool.RunAsync("qpdf", "--check", file);

        Assert.Contains("No syntax or stream encoding errors found", findings, StringComparison.Ordinal);
        Assert.DoesNotContain("WARNING", findings, StringComparison.Ordinal);
        Assert.Contains($"\"/Count\": {letters}", await PdfTool.RunAsync("qpdf", "--json", "--json-key=qpdf", file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_name_code_and_link_can_be_read_as_text()
    {
        var letters = _sample.Many(64);
        var file = await _sample.WriteAsync(letters);

        var pages = (await PdfTool.RunAsync("pdftotext", "-enc", "UTF-8", file, "-")).Split('\f', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(letters.Count, pages.Length);
        Assert.All(letters.Zip(pages), pair =>
        {
            var (letter, page) = pair;
            Assert.Contains(letter.Student.DisplayName, page, StringComparison.Ordinal);
            Assert.Contains(letter.Student.ClassTitle!, page, StringComparison.Ordinal);
            Assert.Contains(letter.Code.Text, page, StringComparison.Ordinal);
            Assert.Contains(_sample.Link(letter)["https://".Length..], page.ReplaceLineEndings(""), StringComparison.Ordinal);
        });
    }

    [Fact]
    [Trait("Rule", "L3")]
    public async Task A_letter_says_for_how_many_parents_it_is()
    {
        (int Seats, string Language, string Sentence)[] expected =
        [
            (1, "nl", "Eén ouder/verzorger kan de code gebruiken."),
            (2, "nl", "Beide ouders/verzorgers kunnen dezelfde code gebruiken."),
            (3, "nl", "3 ouders/verzorgers kunnen dezelfde code gebruiken."),
            (1, "en", "One parent or carer can use the code."),
            (2, "en", "Both parents or carers can use the same code."),
            (10, "en", "10 parents or carers can use the same code."),
        ];
        var file = await _sample.WriteAsync(expected.Select((letter, number) => _sample.Letter(number, language: letter.Language) with { Seats = letter.Seats }));

        var pages = (await PdfTool.RunAsync("pdftotext", "-enc", "UTF-8", file, "-")).Split('\f', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(expected.Length, pages.Length);
        Assert.All(expected.Zip(pages), pair =>
        {
            var text = string.Join(' ', pair.Second.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            Assert.Contains(pair.First.Sentence, text, StringComparison.Ordinal);
            Assert.DoesNotContain('{', text);
            if (pair.First.Seats != 2)
            {
                Assert.DoesNotContain(pair.First.Language == "nl" ? "eide ouders" : "oth parents", text, StringComparison.Ordinal);
            }
        });
    }

    [Fact]
    public async Task Each_letter_is_in_its_own_language_with_its_own_date()
    {
        var file = await _sample.WriteAsync([_sample.Letter(1, language: "nl"), _sample.Letter(2, language: "en"), _sample.Letter(3, language: "xx")]);

        var pages = (await PdfTool.RunAsync("pdftotext", file, "-")).Split('\f', StringSplitOptions.RemoveEmptyEntries);

        Assert.Contains("1 april 2026", pages[0], StringComparison.Ordinal);
        Assert.Contains("1 April 2026", pages[1], StringComparison.Ordinal);
        Assert.Contains("How it works", pages[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_fonts_are_in_the_file_as_parts_with_their_characters()
    {
        var file = await _sample.WriteAsync(_sample.Many(8));

        var fonts = (await PdfTool.RunAsync("pdffonts", file)).Split('\n', StringSplitOptions.RemoveEmptyEntries)[2..];

        Assert.Equal(2, fonts.Length);
        Assert.All(fonts, font => Assert.Matches(@"^KLETTR\+NotoSans-(Regular|Bold)\s+CID TrueType\s+Identity-H\s+yes yes yes", font));
    }

    [Fact]
    public async Task Five_hundred_of_five_hundred_QR_codes_lead_to_the_link()
    {
        var letters = _sample.Many(500);
        var file = await _sample.WriteAsync(letters);

        // As a simple printer gives it, a hundred pages at a time.
        var read = new List<string>();
        for (var first = 1; first <= letters.Count; first += 100)
        {
            var pages = _sample.PathOf("page");
            await PdfTool.RunAsync("pdftoppm", "-r", "100", "-gray", "-f", $"{first}", "-l", $"{first + 99}", file, pages);
            var pictures = Directory.GetFiles(Path.GetDirectoryName(pages)!, "page*.pgm").Order(StringComparer.Ordinal).ToArray();
            read.AddRange((await PdfTool.RunAsync("zbarimg", ["-q", "--raw", "-Sdisable", "-Sqrcode.enable", .. pictures])).Split('\n', StringSplitOptions.RemoveEmptyEntries));
            Array.ForEach(pictures, File.Delete);
        }

        Assert.Equal(letters.Select(_sample.Link), read);
    }

    [Fact, Trait("Rule", "P9")]
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

    [Fact, Trait("Rule", "P9")]
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

    [Fact, Trait("Rule", "P9")]
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

    [Fact]
    public async Task There_is_a_bookmark_for_each_class()
    {
        var file = await _sample.WriteAsync([.. _sample.Many(90), _sample.Letter(91, classTitle: null)]);

        var outlines = await PdfTool.RunAsync("qpdf", "--json", "--json-key=outlines", file);

        Assert.Equal(
            ["Klas 1:1", "Klas 2:31", "Klas 3:61", "Zonder klas:91"],
            Bookmarks().Matches(outlines).Select(match => $"{match.Groups["title"].Value}:{match.Groups["page"].Value}"));
    }

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

        var rights = RightSides().Matches(boxes).Select(match => double.Parse(match.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.NotEmpty(rights);
        Assert.All(rights, right => Assert.InRange(right, 70, 525));
    }

    [GeneratedRegex(@"/Alt \(QR")]
    private static partial Regex Alternatives();

    [GeneratedRegex(@"""destpageposfrom1"": (?<page>\d+).*?""title"": ""(?<title>[^""]+)""", RegexOptions.Singleline)]
    private static partial Regex Bookmarks();

    [GeneratedRegex(@"xMax=""([\d.]+)""")]
    private static partial Regex RightSides();

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
