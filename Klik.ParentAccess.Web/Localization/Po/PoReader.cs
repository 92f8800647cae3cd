using System.Globalization;
using System.Text;

namespace Klik.ParentAccess.Web.Localization.Po;

/// <summary>Takes the text of a file apart into entries.</summary>
internal sealed class PoReader(string file, string text)
{
    private readonly string[] _lines = text.ReplaceLineEndings("\n").Split('\n');
    private readonly List<PoEntry> _entries = [];
    private readonly Dictionary<(string? Context, string Sentence), int> _seen = [];
    private int _index;
    private bool _fuzzy;

    /// <summary>The entries, the header among them; fuzzy and obsolete ones left out.</summary>
    /// <exception cref="PoFormatException">The file has another form.</exception>
    public List<PoEntry> Entries()
    {
        while (SkipToKeyword())
        {
            ReadEntry();
        }

        return _entries;
    }

    private void ReadEntry()
    {
        var line = _index + 1;
        var fuzzy = _fuzzy;
        _fuzzy = false;
        var context = TryRead("msgctxt", out var contextText) ? contextText : null;
        if (context is not null)
        {
            SkipToKeyword();
        }

        if (!TryRead("msgid", out var sentence))
        {
            throw Problem("'msgid \"…\"' is expected here.");
        }

        SkipToKeyword();
        var plural = TryRead("msgid_plural", out var pluralText) ? pluralText : null;
        var forms = plural is null ? ReadSingle() : ReadForms();
        if (!_seen.TryAdd((context, sentence), line))
        {
            throw new PoFormatException(file, line, $"This text is there already, at line {_seen[(context, sentence)]}: \"{sentence}\".");
        }

        // The header of a file that a tool has just made is marked fuzzy too, and counts.
        if (!fuzzy || sentence.Length == 0)
        {
            _entries.Add(new PoEntry(line, context, sentence, plural, forms));
        }
    }

    private List<string> ReadSingle()
    {
        SkipToKeyword();
        return TryRead("msgstr", out var form) ? [form] : throw Problem("'msgstr \"…\"' is expected here.");
    }

    private List<string> ReadForms()
    {
        var forms = new List<string>();
        while (SkipToKeyword() && TryRead($"msgstr[{forms.Count.ToString(CultureInfo.InvariantCulture)}]", out var form))
        {
            forms.Add(form);
        }

        return forms.Count > 0 ? forms : throw Problem("'msgstr[0] \"…\"' is expected here.");
    }

    /// <summary>Moves on to the next line that is neither empty nor a comment.</summary>
    private bool SkipToKeyword()
    {
        for (; _index < _lines.Length; _index++)
        {
            var line = _lines[_index].AsSpan().Trim();
            if (line.StartsWith("#,") && line.Contains("fuzzy", StringComparison.Ordinal))
            {
                _fuzzy = true;
            }
            else if (line.StartsWith("#~"))
            {
                _fuzzy = false; // The mark was that of an obsolete text.
            }
            else if (line.Length > 0 && line[0] != '#')
            {
                return true;
            }
        }

        return false;
    }

    private bool TryRead(string keyword, out string value)
    {
        value = "";
        if (_index >= _lines.Length)
        {
            return false;
        }

        var line = _lines[_index].AsSpan().Trim();
        if (!line.StartsWith(keyword) || line.Length == keyword.Length || line[keyword.Length] is not (' ' or '\t' or '"'))
        {
            return false;
        }

        var result = new StringBuilder();
        Unquote(line[keyword.Length..].Trim(), result);
        for (_index++; _index < _lines.Length && _lines[_index].AsSpan().Trim() is ['"', ..] more; _index++)
        {
            Unquote(more, result);
        }

        value = result.ToString();
        return true;
    }

    private void Unquote(ReadOnlySpan<char> quoted, StringBuilder result)
    {
        if (quoted is not ['"', _, ..])
        {
            throw Problem("A text stands between double quotes.");
        }

        var at = 1;
        for (; at < quoted.Length && quoted[at] != '"'; at++)
        {
            if (quoted[at] == '\\')
            {
                at = Unescape(quoted, at + 1, result);
            }
            else
            {
                result.Append(quoted[at]);
            }
        }

        if (at >= quoted.Length)
        {
            throw Problem("The closing double quote is missing.");
        }

        if (at != quoted.Length - 1)
        {
            throw Problem("There is more after the closing double quote; write a quote inside a text as \\\".");
        }
    }

    /// <returns>The place of the last character of the escape.</returns>
    private int Unescape(ReadOnlySpan<char> quoted, int at, StringBuilder result)
    {
        var sign = at < quoted.Length ? quoted[at] : '\0';
        if (sign == 'x')
        {
            return Number(quoted, at + 1, digits: 2, char.IsAsciiHexDigit, radix: 16, result);
        }

        if (sign is >= '0' and <= '7')
        {
            return Number(quoted, at, digits: 3, digit => digit is >= '0' and <= '7', radix: 8, result);
        }

        result.Append(sign switch
        {
            'n' => '\n',
            't' => '\t',
            'r' => '\r',
            'a' => '\a',
            'b' => '\b',
            'f' => '\f',
            'v' => '\v',
            '"' or '\\' or '\'' or '?' => sign,
            _ => throw Problem($"'\\{sign}' is not a known escape; write a backslash as \\\\."),
        });
        return at;
    }

    private int Number(ReadOnlySpan<char> quoted, int from, int digits, Func<char, bool> isDigit, int radix, StringBuilder result)
    {
        var to = from;
        while (to < quoted.Length && to < from + digits && isDigit(quoted[to]))
        {
            to++;
        }

        if (to == from)
        {
            throw Problem("'\\x' is followed by one or two hexadecimal digits.");
        }

        var value = Convert.ToInt32(quoted[from..to].ToString(), radix);
        if (value > 0x7F)
        {
            throw Problem("An escape above 7F is half a character in UTF-8; write the character itself.");
        }

        result.Append((char)value);
        return to - 1;
    }

    private PoFormatException Problem(string problem) => new(file, Math.Min(_index, _lines.Length - 1) + 1, problem);
}
