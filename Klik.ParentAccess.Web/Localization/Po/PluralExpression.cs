using System.Globalization;

namespace Klik.ParentAccess.Web.Localization.Po;

/// <summary>
/// Turns the expression in <c>Plural-Forms</c> into a function: C over the unsigned number n, with
/// <c>?:  ||  &amp;&amp;  ==  !=  &lt;  &gt;  &lt;=  &gt;=  +  -  *  /  %  !</c> and brackets.
/// </summary>
internal sealed class PluralExpression(string text)
{
    // The longest rule in use (Irish, Arabic) has some 150 characters; nobody's file may exhaust the stack.
    private const int MaxLength = 1000;

    // From loose to tight; within a level the longer sign first.
    private static readonly string[][] Levels =
    [
        ["||"], ["&&"], ["==", "!="], ["<=", ">=", "<", ">"], ["+", "-"], ["*", "/", "%"],
    ];

    private int _at;

    /// <summary>The function.</summary>
    /// <exception cref="FormatException">The expression has another form.</exception>
    public Func<ulong, ulong> Parse()
    {
        if (text.Length > MaxLength)
        {
            throw new FormatException($"the expression has more than {MaxLength} characters.");
        }

        var result = Conditional();
        SkipBlanks();
        return _at == text.Length ? result : throw Unexpected();
    }

    private Func<ulong, ulong> Conditional()
    {
        var condition = Binary(0);
        if (!Take("?"))
        {
            return condition;
        }

        var yes = Conditional();
        if (!Take(":"))
        {
            throw Unexpected();
        }

        var no = Conditional();
        return n => condition(n) != 0 ? yes(n) : no(n);
    }

    private Func<ulong, ulong> Binary(int level)
    {
        if (level == Levels.Length)
        {
            return Unary();
        }

        var left = Binary(level + 1);
        while (Levels[level].FirstOrDefault(Take) is { } sign)
        {
            left = Combine(sign, left, Binary(level + 1));
        }

        return left;
    }

    private Func<ulong, ulong> Unary()
    {
        if (Take("!"))
        {
            var operand = Unary();
            return n => operand(n) == 0 ? 1UL : 0UL;
        }

        if (Take("("))
        {
            var inner = Conditional();
            return Take(")") ? inner : throw Unexpected();
        }

        return Take("n") ? n => n : Number();
    }

    private Func<ulong, ulong> Number()
    {
        SkipBlanks();
        var from = _at;
        while (_at < text.Length && char.IsAsciiDigit(text[_at]))
        {
            _at++;
        }

        return ulong.TryParse(text.AsSpan(from, _at - from), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? _ => value
            : throw Unexpected();
    }

    private static Func<ulong, ulong> Combine(string sign, Func<ulong, ulong> left, Func<ulong, ulong> right) => sign switch
    {
        "||" => n => left(n) != 0 || right(n) != 0 ? 1UL : 0UL,
        "&&" => n => left(n) != 0 && right(n) != 0 ? 1UL : 0UL,
        "==" => n => left(n) == right(n) ? 1UL : 0UL,
        "!=" => n => left(n) != right(n) ? 1UL : 0UL,
        "<=" => n => left(n) <= right(n) ? 1UL : 0UL,
        ">=" => n => left(n) >= right(n) ? 1UL : 0UL,
        "<" => n => left(n) < right(n) ? 1UL : 0UL,
        ">" => n => left(n) > right(n) ? 1UL : 0UL,
        "+" => n => unchecked(left(n) + right(n)),
        "-" => n => unchecked(left(n) - right(n)),
        "*" => n => unchecked(left(n) * right(n)),
        "/" => n => left(n) / right(n),
        _ => n => left(n) % right(n),
    };

    private bool Take(string sign)
    {
        SkipBlanks();
        if (string.CompareOrdinal(text, _at, sign, 0, sign.Length) != 0)
        {
            return false;
        }

        _at += sign.Length;
        return true;
    }

    private void SkipBlanks()
    {
        while (_at < text.Length && char.IsWhiteSpace(text[_at]))
        {
            _at++;
        }
    }

    private FormatException Unexpected() => new(_at < text.Length
        ? $"'{text[_at]}' is unexpected at character {_at + 1} of \"{text}\"."
        : $"\"{text}\" ends too early.");
}
