namespace Klik.ParentAccess.Web.Localization.Po;

/// <summary>Which plural form of a language goes with a number: the header <c>Plural-Forms</c> of gettext.</summary>
internal sealed class PluralRule
{
    private const int MostForms = 10;

    // Every rule in use repeats itself within a thousand.
    private const ulong Tried = 1000;

    private readonly Func<ulong, ulong> _form;

    private PluralRule(int forms, Func<ulong, ulong> form) => (Forms, _form) = (forms, form);

    /// <summary>One form for one and one for any other number, as in Dutch and English.</summary>
    public static PluralRule OneAndMany { get; } = new(2, n => n == 1 ? 0UL : 1UL);

    /// <summary>How many forms the language has.</summary>
    public int Forms { get; }

    /// <summary>The form for a number, from 0; a negative number takes that of its absolute value.</summary>
    public int FormOf(long count)
    {
        var n = count == long.MinValue ? 1UL << 63 : (ulong)Math.Abs(count);
        try
        {
            return (int)Math.Min(_form(n), (ulong)(Forms - 1));
        }
        catch (DivideByZeroException)
        {
            return Forms - 1; // Tried up to a thousand when it was read; beyond, some form is better than no page.
        }
    }

    /// <summary>Reads <c>nplurals=2; plural=(n != 1);</c>, whose expression is one of C over n.</summary>
    /// <exception cref="FormatException">It has another form, or gives a form that is not there.</exception>
    public static PluralRule Parse(string text)
    {
        var parts = text.Split(';', 2);
        if (Value(parts[0], "nplurals") is not { } number || !int.TryParse(number, out var forms) || forms is < 1 or > MostForms)
        {
            throw new FormatException($"it begins with 'nplurals=' and a number from 1 to {MostForms}.");
        }

        if (parts.Length < 2 || Value(parts[1].Trim().TrimEnd(';'), "plural") is not { } expression)
        {
            throw new FormatException("'plural=' and an expression are missing.");
        }

        var form = new PluralExpression(expression).Parse();
        for (var n = 0UL; n <= Tried; n++)
        {
            if (Try(form, n) is not { } result || result >= (ulong)forms)
            {
                throw new FormatException($"the expression gives no form from 0 to {forms - 1} for n = {n}.");
            }
        }

        return new PluralRule(forms, form);
    }

    private static string? Value(string part, string name)
    {
        var equals = part.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && part.AsSpan(0, equals).Trim().SequenceEqual(name) ? part[(equals + 1)..].Trim() : null;
    }

    private static ulong? Try(Func<ulong, ulong> form, ulong n)
    {
        try
        {
            return form(n);
        }
        catch (DivideByZeroException)
        {
            return null;
        }
    }
}
