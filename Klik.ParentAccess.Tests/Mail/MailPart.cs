using System.Globalization;
using System.Text;

namespace Klik.ParentAccess.Tests.Mail;

/// <summary>A mail, or one of its parts, as it went over the wire (RFC 5322, RFC 2045).</summary>
internal sealed class MailPart
{
    private const string Break = "\r\n";

    private readonly List<(string Name, string Value)> _headers = [];
    private readonly string _body;

    public MailPart(string raw)
    {
        var end = raw.IndexOf(Break + Break, StringComparison.Ordinal);
        _body = raw[(end + 4)..];

        // A line that begins with a blank goes on with the one before it.
        var head = raw[..end].Replace("\r\n ", " ", StringComparison.Ordinal).Replace("\r\n\t", " ", StringComparison.Ordinal);
        foreach (var line in head.Split(Break))
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            _headers.Add((line[..colon], line[(colon + 1)..].Trim()));
        }
    }

    /// <summary>A header that stands there once; its value as sent.</summary>
    public string this[string name] => _headers.Single(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>The text, decoded.</summary>
    public string Text => Encoding.UTF8.GetString(this["Content-Transfer-Encoding"].ToUpperInvariant() switch
    {
        "BASE64" => Convert.FromBase64String(_body),
        "QUOTED-PRINTABLE" => QuotedPrintable(_body.Replace("=\r\n", "", StringComparison.Ordinal)),
        _ => Encoding.Latin1.GetBytes(_body),
    });

    /// <summary>The parts of a part that has some.</summary>
    public IReadOnlyList<MailPart> Parts
    {
        get
        {
            var boundary = "--" + this["Content-Type"].Split("boundary=")[1].Split(';')[0].Trim('"', ' ');
            return [.. (Break + _body).Split(Break + boundary).Skip(1).Where(part => !part.StartsWith("--", StringComparison.Ordinal)).Select(part => new MailPart(part[2..]))];
        }
    }

    /// <summary>Decodes a header's value (RFC 2047).</summary>
    public static string Decode(string value)
    {
        // Blanks between two encoded words are not there.
        var words = value.Replace("?= =?", "?==?", StringComparison.Ordinal);
        var text = new StringBuilder();
        for (var at = 0; at < words.Length;)
        {
            if (!words.AsSpan(at).StartsWith("=?"))
            {
                text.Append(words[at++]);
                continue;
            }

            var parts = words[(at + 2)..].Split('?', 4);
            var bytes = parts[1].Equals("B", StringComparison.OrdinalIgnoreCase)
                ? Convert.FromBase64String(parts[2])
                : QuotedPrintable(parts[2].Replace('_', ' '));
            text.Append(Encoding.GetEncoding(parts[0]).GetString(bytes));
            at += 2 + parts[0].Length + 1 + parts[1].Length + 1 + parts[2].Length + 2;
        }

        return text.ToString();
    }

    private static byte[] QuotedPrintable(string text)
    {
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=')
            {
                bytes.Add(byte.Parse(text.AsSpan(i + 1, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 2;
            }
            else
            {
                bytes.Add((byte)text[i]);
            }
        }

        return [.. bytes];
    }
}
