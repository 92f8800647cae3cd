using System.Globalization;
using System.Text;

namespace Klik.ParentAccess.Core.Accounts;

/// <summary>The name that a student types for a parent, or that a parent types at registration.</summary>
public sealed record PersonName
{
    /// <summary>The longest name that is accepted, in characters.</summary>
    public const int MaxLength = 100;

    private PersonName(string value) => Value = value;

    /// <summary>The name: trimmed, single blanks, Unicode form C.</summary>
    public string Value { get; }

    /// <summary>Reads a name in any script: letters, digits, blanks, hyphen, apostrophe, full stop, comma and brackets.</summary>
    public static PersonNameProblem? TryParse(string? text, out PersonName name)
    {
        name = new PersonName("");
        if (string.IsNullOrWhiteSpace(text))
        {
            return PersonNameProblem.Empty;
        }

        var value = Collapse(text);
        if (value.Length > MaxLength)
        {
            return PersonNameProblem.TooLong;
        }

        if (!value.EnumerateRunes().All(IsAllowed) || !value.EnumerateRunes().Any(Rune.IsLetter))
        {
            return PersonNameProblem.NotAName;
        }

        name = new PersonName(value);
        return null;
    }

    /// <summary>Reads a name that was accepted before (from the store).</summary>
    internal static PersonName FromStore(string value) => new(value);

    /// <summary>Hidden, so that a name never reaches a log by being formatted (rule I13).</summary>
    public override string ToString() => "(name)";

    private static string Collapse(string text)
    {
        // An unpaired surrogate cannot be normalised; it is not a letter and is refused right after.
        var whole = HasLoneSurrogate(text) || text.IsNormalized() ? text : text.Normalize();
        return string.Join(' ', whole.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static bool HasLoneSurrogate(string text) => text.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar);

    private static bool IsAllowed(Rune rune) =>
        Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
        || rune.Value is ' ' or '-' or '\'' or '’' or '‘' or '.' or ',' or '(' or ')' or '·' or 0x2010 or 0x2011 or 0x200C or 0x200D;
}
