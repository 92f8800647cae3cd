using System.Globalization;

namespace Klik.ParentAccess.Core.Letters;

/// <summary>Crockford's base 32: digits and letters that are hard to confuse, without I, L, O and U.</summary>
internal static class CodeAlphabet
{
    /// <summary>The signs by their value.</summary>
    public const string Signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    /// <summary>Not a sign of a code.</summary>
    public const int Foreign = -1;

    /// <summary>Stands between signs and means nothing.</summary>
    public const int Between = -2;

    /// <summary>The value of a sign as people type it, <see cref="Between"/> or <see cref="Foreign"/>.</summary>
    public static int ValueOf(char typed)
    {
        var sign = Plain(typed);
        return sign switch
        {
            'O' => 0,
            // A Turkish keyboard gives the dotless and the dotted i for the same key.
            'I' or 'L' or '\u0130' or '\u0131' => 1,
            _ when char.IsAsciiLetterOrDigit(sign) => Signs.IndexOf(sign, StringComparison.Ordinal),
            _ => IsBetween(sign) ? Between : Foreign,
        };
    }

    private static char Plain(char typed)
    {
        // Full-width forms are what East Asian keyboards give.
        var narrow = typed is >= '\uFF01' and <= '\uFF5E' ? (char)(typed - 0xFEE0) : typed;
        return narrow is >= 'a' and <= 'z' ? (char)(narrow - 32) : narrow;
    }

    private static bool IsBetween(char sign) =>
        char.IsWhiteSpace(sign)
        || sign is '\u2212' or '_' or '.'
        || char.GetUnicodeCategory(sign) is UnicodeCategory.DashPunctuation or UnicodeCategory.Format;
}
