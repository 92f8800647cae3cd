using System.Text;

namespace Klik.ParentAccess.Web.Localization.Po;

/// <summary>A file with the texts of one language, in the form of GNU gettext.</summary>
/// <param name="Name">Its name, for messages.</param>
/// <param name="Headers">The header's fields; the names in any case.</param>
/// <param name="Plural">Which form goes with which number.</param>
/// <param name="Entries">The texts, in the order of the file; untranslated ones included, fuzzy and obsolete ones left out.</param>
internal sealed record PoFile(string Name, IReadOnlyDictionary<string, string> Headers, PluralRule Plural, IReadOnlyList<PoEntry> Entries)
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Reads a file.</summary>
    /// <param name="name">How messages name it.</param>
    /// <param name="content">Its bytes, UTF-8.</param>
    /// <exception cref="PoFormatException">It cannot be used.</exception>
    public static PoFile Read(string name, Stream content)
    {
        using var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return Read(name, Decode(name, bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
    }

    /// <summary>Reads the text of a file.</summary>
    /// <exception cref="PoFormatException">It cannot be used.</exception>
    public static PoFile Read(string name, string text)
    {
        var all = new PoReader(name, text).Entries();
        var header = all.FirstOrDefault(entry => entry is { Context: null, Sentence: "" });
        var headers = header is null ? new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase) : HeadersOf(name, header);
        var plural = PluralOf(name, header, headers);
        var entries = all.Where(entry => entry != header).ToList();
        foreach (var entry in entries)
        {
            if (entry.PluralSentence is not null && entry.Forms.Count != plural.Forms)
            {
                throw new PoFormatException(name, entry.Line, $"This text has {entry.Forms.Count} plural forms and the header says {plural.Forms}.");
            }

            Placeholders.Check(name, entry);
        }

        return new PoFile(name, headers, plural, entries);
    }

    private static string Decode(string name, ReadOnlySpan<byte> bytes)
    {
        try
        {
            return StrictUtf8.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException problem)
        {
            var line = 1 + bytes[..Math.Max(0, problem.Index)].Count((byte)'\n');
            throw new PoFormatException(name, line, "This is not UTF-8.");
        }
    }

    private static Dictionary<string, string> HeadersOf(string name, PoEntry header)
    {
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in header.Forms[0].Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
            {
                throw new PoFormatException(name, header.Line, $"'{line}' in the header is not of the form 'Name: value'.");
            }

            headers[line[..colon].Trim()] = line[(colon + 1)..].Trim();
        }

        if (headers.TryGetValue("Content-Type", out var type)
            && type.Contains("charset=", StringComparison.OrdinalIgnoreCase)
            && !type.Contains("charset=utf-8", StringComparison.OrdinalIgnoreCase))
        {
            throw new PoFormatException(name, header.Line, $"The header says '{type}'; only UTF-8 is read.");
        }

        return headers;
    }

    private static PluralRule PluralOf(string name, PoEntry? header, Dictionary<string, string> headers)
    {
        if (!headers.TryGetValue("Plural-Forms", out var text))
        {
            return PluralRule.OneAndMany;
        }

        try
        {
            return PluralRule.Parse(text);
        }
        catch (FormatException problem)
        {
            throw new PoFormatException(name, header?.Line ?? 1, $"Plural-Forms cannot be used: {problem.Message}");
        }
    }
}
