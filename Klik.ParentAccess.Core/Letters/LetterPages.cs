using System.Globalization;
using Klik.ParentAccess.Core.Letters.Pdf;
using Klik.ParentAccess.Core.Schools;

namespace Klik.ParentAccess.Core.Letters;

/// <summary>Lays out letters: a calm page with the code, the link and the QR code at a glance. Safe to use from several threads.</summary>
internal sealed class LetterPages(School school, Uri address, IReadOnlyDictionary<string, LetterText> texts, DateTimeOffset now)
{
    private const double Mm = PdfPageFormat.Millimetre;
    private const double QrSide = 32 * Mm;
    private const double BoxPadding = 5 * Mm;
    private const double Gap = 4 * Mm;

    private static readonly PdfColor Ink = new(0x1F, 0x23, 0x28);
    private static readonly PdfColor Quiet = new(0x57, 0x60, 0x6A);
    private static readonly PdfColor Ground = new(0xF3, 0xF5, 0xF7);
    private static readonly PdfColor White = new(0xFF, 0xFF, 0xFF);
    private static readonly PdfTextStyle Plain = new(10.5, 15.5, Ink);
    private static readonly PdfTextStyle Small = new(9, 13, Quiet);
    private static readonly PdfTextStyle Name = new(13, 18, Ink, IsBold: true);
    private static readonly PdfTextStyle CodeStyle = new(17, 23, Ink, IsBold: true);
    private static readonly PdfTextStyle LinkStyle = new(10.5, 15, Ink, IsBold: true);
    private readonly PdfColor _accent = Accent(school);

    private PdfTextStyle SchoolStyle => new(13, 18, _accent, IsBold: true);

    private PdfTextStyle TitleStyle => new(20, 27, _accent, IsBold: true);

    private PdfTextStyle StepsStyle => new(12, 18, _accent, IsBold: true);

    /// <summary>Lays out a letter.</summary>
    public PdfPart Compose(PrintedLetter letter, PdfFonts fonts)
    {
        var language = LetterLanguage.Of(letter.Language);
        var text = texts.GetValueOrDefault(language.Code, language.Text);
        var values = Values(letter, language);
        using var page = new PdfPartBuilder(fonts, PdfPageFormat.A4, language.Code, next => NextPage(next, language.Labels, values));

        Head(page, letter, language, values);
        page.Text("H1", Fill(text.Title), TitleStyle);
        page.Y += Gap / 2;
        Paragraphs(page, Fill(text.Introduction));
        page.Y += Gap / 2;
        CodeBox(page, letter, language.Labels, values);
        Steps(page, language.Labels, [.. text.Steps.Select(Fill)]);
        Paragraphs(page, Fill(text.Closing));
        page.Y += Gap;
        page.Need(2 * Plain.LineHeight);
        page.Text("P", language.Labels.Greeting, Plain);
        page.Text("P", school.Name, Plain with { IsBold = true });
        return page.Build();

        string Fill(string template) => LetterPlaceholder.Fill(template, values);
    }

    private static PdfColor Accent(School school)
    {
        var accent = AccentColor.TryParse(school.AccentColor, out var chosen) ? chosen : AccentColor.Default;
        var readable = accent.ReadableOn(AccentColor.White, AccentColor.ForText);
        return new PdfColor(readable.Red, readable.Green, readable.Blue);
    }

    private static void NextPage(PdfPartBuilder page, LetterLabels labels, Dictionary<string, string> values)
    {
        var number = page.PageNumber.ToString(CultureInfo.InvariantCulture);
        var text = PdfText.Clean(LetterPlaceholder.Fill(labels.Page.Replace($"{{{LetterPlaceholder.Page}}}", number, StringComparison.Ordinal), values));
        var line = PdfText.Lines(text, page.Fonts.Regular, Small.Size, page.Format.TextWidth)[0];
        page.Decorate(content => content.Text(page.Fonts.Regular, Small, page.Format.Left, page.Format.Height - page.Y, [line]));
        page.Y += Small.LineHeight + Gap;
    }

    private static void Paragraphs(PdfPartBuilder page, string text)
    {
        foreach (var paragraph in text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            page.Text("P", paragraph, Plain);
            page.Y += Gap / 2;
        }
    }

    private void Head(PdfPartBuilder page, PrintedLetter letter, LetterLanguage language, Dictionary<string, string> values)
    {
        page.Text("P", school.Name, SchoolStyle);
        page.Text("P", Day(now, language), Small);
        page.Y += Gap / 2;
        page.Decorate(content => content.Box(_accent, page.Format.Left, page.Format.Height - page.Y, page.Format.TextWidth, 1.2, 0));
        page.Y += 2.5 * Gap;
        page.Text("P", language.Labels.To, Small);
        page.Text("P", letter.Student.DisplayName, Name);
        if (letter.Student.ClassTitle is not null)
        {
            page.Text("P", LetterPlaceholder.Fill(language.Labels.Class, values), Small);
        }

        page.Y += 2.5 * Gap;
    }

    private void CodeBox(PdfPartBuilder page, PrintedLetter letter, LetterLabels labels, Dictionary<string, string> values)
    {
        var link = LetterLink.To(address, letter.Code);
        var squares = QrSquares.Of(link.Address);
        var side = QrSide / squares.Side;
        var qrWidth = QrSide + (2 * QrSquares.QuietZone * side);
        var indent = qrWidth + (2 * BoxPadding) + Gap;
        var textWidth = page.Format.TextWidth - indent - BoxPadding;
        var linkLines = PdfText.Lines(link.Typed, page.Fonts.Bold, LinkStyle.Size, textWidth).Count;
        var textHeight = (2 * Small.LineHeight) + CodeStyle.LineHeight + (linkLines * LinkStyle.LineHeight) + Gap + (Gap / 2) + (2 * Small.LineHeight);
        var height = Math.Max(qrWidth, textHeight) + (2 * BoxPadding);

        page.Need(height);
        var (top, left) = (page.Y, page.Format.Left);
        page.Decorate(content =>
        {
            content.Box(Ground, left, page.Format.Height - top - height, page.Format.TextWidth, height, 3 * Mm);
            content.Box(White, left + BoxPadding, page.Format.Height - top - BoxPadding - qrWidth, qrWidth, qrWidth, 1 * Mm);
        });

        page.Y = top + BoxPadding + ((height - (2 * BoxPadding) - textHeight) / 2);
        page.Text("P", labels.Code, Small, indent, textWidth);
        page.Text("P", letter.Code.Text, CodeStyle, indent, textWidth);
        page.Y += Gap / 2;
        page.Text("P", labels.Link, Small, indent, textWidth);
        page.Text("P", link.Typed, LinkStyle, indent, textWidth);
        page.Y += Gap;
        page.Text("P", LetterPlaceholder.Fill(letter.Seats == 1 ? labels.ExpiresForOne : labels.Expires, values), Small, indent, textWidth);

        var x = left + BoxPadding + (QrSquares.QuietZone * side);
        var y = page.Format.Height - top - BoxPadding - (QrSquares.QuietZone * side);
        page.Figure(labels.QrCode, [x, y - QrSide, x + QrSide, y], content => content.Squares(squares, PdfColor.Black, x, y, side));
        page.Y = top + height + (1.5 * Gap);
    }

    private void Steps(PdfPartBuilder page, LetterLabels labels, IReadOnlyList<string> steps)
    {
        const double Indent = 7 * Mm;
        if (steps.Count == 0)
        {
            return;
        }

        page.Need(StepsStyle.LineHeight + Gap + (2 * Plain.LineHeight));
        page.Text("H2", labels.Steps, StepsStyle);
        page.Y += Gap / 4;
        page.Begin("L");
        for (var step = 0; step < steps.Count; step++)
        {
            page.Need(Plain.LineHeight);
            page.Begin("LI");
            var top = page.Y;
            page.Text("Lbl", string.Create(CultureInfo.InvariantCulture, $"{step + 1}."), Plain with { IsBold = true, Color = _accent }, 0, Indent);
            page.Y = top;
            page.Text("LBody", steps[step], Plain, Indent);
            page.End();
            page.Y += Gap / 4;
        }

        page.End();
        page.Y += Gap;
    }

    private Dictionary<string, string> Values(PrintedLetter letter, LetterLanguage language) => new()
    {
        [LetterPlaceholder.Student] = letter.Student.DisplayName,
        [LetterPlaceholder.GivenName] = letter.Student.GivenName,
        [LetterPlaceholder.Class] = letter.Student.ClassTitle ?? "",
        [LetterPlaceholder.School] = school.Name,
        [LetterPlaceholder.Expires] = Day(letter.ExpiresAt.AddTicks(-1), language),
        [LetterPlaceholder.Seats] = Number(letter, language),
        [LetterPlaceholder.Sharing] = Sharing(letter, language),
    };

    private static string Sharing(PrintedLetter letter, LetterLanguage language) => letter.Seats switch
    {
        1 => language.Labels.SharingForOne,
        2 => language.Labels.SharingForTwo,
        _ => language.Labels.Sharing.Replace($"{{{LetterPlaceholder.Seats}}}", Number(letter, language), StringComparison.Ordinal),
    };

    private static string Number(PrintedLetter letter, LetterLanguage language) => letter.Seats.ToString(language.Culture);

    private string Day(DateTimeOffset moment, LetterLanguage language) => school.DayOf(moment).ToString("d MMMM yyyy", language.Culture);
}
