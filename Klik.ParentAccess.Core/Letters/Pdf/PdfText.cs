using System.Buffers;
using System.Globalization;
using System.Text;

namespace Klik.ParentAccess.Core.Letters.Pdf;

/// <summary>Makes text ready to be drawn, character by character.</summary>
internal static class PdfText
{
    // Line feeds and what is below the first mark that composes; not the controls and the hyphen that cannot be seen among them.
    private static readonly SearchValues<char> CleanAlready = SearchValues.Create(
        string.Concat(Enumerable.Range(0, 0x300).Select(number => (char)number).Where(sign => sign == '\n' || (!char.IsControl(sign) && sign != '\u00AD'))));

    /// <summary>
    /// Composes letters with their marks (a font has a glyph for é, but not a rule for e with an accent), makes every blank a
    /// plain one but the one that does not break, leaves out what cannot be seen, and puts the sign for a missing character in
    /// place of what lies outside Unicode's first plane. Line feeds stay.
    /// </summary>
    public static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAnyExcept(CleanAlready))
        {
            return text;
        }

        // Going through runes takes away halves of characters, which cannot be normalised.
        var whole = string.Concat(text.EnumerateRunes().Select(rune => rune.ToString())).Normalize(NormalizationForm.FormC);
        var clean = new StringBuilder(whole.Length);
        foreach (var rune in whole.EnumerateRunes())
        {
            if (!rune.IsBmp)
            {
                clean.Append((char)Rune.ReplacementChar.Value);
            }
            else if (rune.Value is '\n' or '\u00A0')
            {
                clean.Append((char)rune.Value);
            }
            else if (Rune.IsWhiteSpace(rune))
            {
                clean.Append(' ');
            }
            else if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format))
            {
                clean.Append((char)rune.Value);
            }
        }

        return clean.ToString();
    }

    /// <summary>Breaks a text into lines that fit a width. A line that ends between two words keeps its blank, unseen, so that
    /// who hears the text read aloud does not hear two words as one.</summary>
    /// <param name="text">As <see cref="Clean"/> gives it.</param>
    /// <param name="font">The font.</param>
    /// <param name="size">Its size in points.</param>
    /// <param name="width">The width in points.</param>
    public static List<string> Lines(string text, PdfFont font, double size, double width)
    {
        var lines = new List<string>();
        foreach (var paragraph in text.AsSpan().EnumerateLines())
        {
            Break(paragraph.TrimEnd(), font, size, width, lines);
        }

        return lines;
    }

    private static void Break(ReadOnlySpan<char> rest, PdfFont font, double size, double width, List<string> lines)
    {
        do
        {
            var length = Fitting(rest, font, size, width);
            if (length < rest.Length && rest[length] != ' ')
            {
                length = BreakBefore(rest, length);
            }

            var line = rest[..length].TrimEnd(' ');
            var next = rest[length..].TrimStart(' ');
            var isBetweenWords = !next.IsEmpty && line.Length + next.Length < rest.Length;
            lines.Add(isBetweenWords ? $"{line} " : line.ToString());
            rest = next;
        }
        while (!rest.IsEmpty);
    }

    // How many characters fit, at least one.
    private static int Fitting(ReadOnlySpan<char> text, PdfFont font, double size, double width)
    {
        var room = width * 1000 / size;
        for (var length = 0; length < text.Length; length++)
        {
            room -= font.Font.WidthOf(text[length]);
            if (room < 0)
            {
                return Math.Max(1, length);
            }
        }

        return text.Length;
    }

    // After a blank, else after a sign that an address can be parted at, else anywhere.
    private static int BreakBefore(ReadOnlySpan<char> text, int length)
    {
        var blank = text[..length].LastIndexOf(' ');
        if (blank > 0)
        {
            return blank;
        }

        var sign = text[..length].LastIndexOfAny("/#-");
        return sign > 0 ? sign + 1 : length;
    }
}
