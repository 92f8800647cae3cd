using System.Text.RegularExpressions;

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

    [Theory]
    [InlineData("nl", "Geldig tot en met 1 april 2026, voor 2 ouders/verzorgers")]
    [InlineData("en", "Valid up to and including 1 April 2026, for 2 parents or carers")]
    public async Task A_letter_names_the_last_day_on_which_its_code_works(string language, string sentence)
    {
        // 2 April begins in Amsterdam.
        var end = new DateTimeOffset(2026, 4, 1, 22, 0, 0, TimeSpan.Zero);
        var file = await _sample.WriteAsync([_sample.Letter(0, language: language) with { ExpiresAt = end }]);

        var page = await PdfTool.RunAsync("pdftotext", "-enc", "UTF-8", file, "-");

        Assert.Contains(sentence, string.Join(' ', page.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
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

    [Fact]
    public async Task There_is_a_bookmark_for_each_class()
    {
        var file = await _sample.WriteAsync([.. _sample.Many(90), _sample.Letter(91, classTitle: null)]);

        var outlines = await PdfTool.RunAsync("qpdf", "--json", "--json-key=outlines", file);

        Assert.Equal(
            ["Klas 1:1", "Klas 2:31", "Klas 3:61", "Zonder klas:91"],
            Bookmarks().Matches(outlines).Select(match => $"{match.Groups["title"].Value}:{match.Groups["page"].Value}"));
    }

    [GeneratedRegex(@"""destpageposfrom1"": (?<page>\d+).*?""title"": ""(?<title>[^""]+)""", RegexOptions.Singleline)]
    private static partial Regex Bookmarks();
}
