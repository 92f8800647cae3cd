using System.Globalization;
using System.Text;

namespace Klik.ParentAccess.Core.OwnAccounts;

/// <summary>A password as it was typed, in Unicode form KC: the same on every keyboard.</summary>
public sealed record Password
{
    /// <summary>The shortest that can be chosen, in characters as people count them.</summary>
    public const int MinLength = 12;

    /// <summary>The longest, in UTF-16 units.</summary>
    public const int MaxLength = 128;

    private Password(string value) => Value = value;

    /// <summary>What is hashed.</summary>
    public string Value { get; }

    /// <summary>Reads a password that is to be compared with one chosen before.</summary>
    /// <returns>Null for what no password can be.</returns>
    public static Password? Read(string? text) =>
        Normalize(text) is { Length: > 0 and <= MaxLength } value ? new Password(value) : null;

    /// <summary>Reads a password that is chosen now.</summary>
    /// <param name="text">What was typed.</param>
    /// <param name="own">What says something of the person or the school, such as the name; to be had from none of these.</param>
    /// <param name="password">The password, where nothing is wrong.</param>
    public static PasswordProblem? TryChoose(string? text, IEnumerable<string> own, out Password password)
    {
        var value = Normalize(text) ?? "";
        password = new Password(value);
        if (value.Length > MaxLength || text?.Length > MaxLength)
        {
            return PasswordProblem.TooLong;
        }

        if (new StringInfo(value).LengthInTextElements < MinLength)
        {
            return PasswordProblem.TooShort;
        }

        return CommonPasswords.Contain(value, own) ? PasswordProblem.Common : null;
    }

    /// <summary>Hidden, so that a password never reaches a log by being formatted.</summary>
    public override string ToString() => "(password)";

    // An unpaired surrogate cannot be normalised; nobody types one.
    private static string? Normalize(string? text) =>
        text is { Length: <= 2 * MaxLength } && !text.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar)
            ? text.Normalize(NormalizationForm.FormKC)
            : null;
}
