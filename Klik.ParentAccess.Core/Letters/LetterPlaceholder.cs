using System.Text.RegularExpressions;

namespace Klik.ParentAccess.Core.Letters;

/// <summary>What is filled in for each letter, in braces: <c>{given name}</c>. The same words in every language.</summary>
public static partial class LetterPlaceholder
{
    /// <summary>The student's whole name.</summary>
    public const string Student = "student";

    /// <summary>What the student is called.</summary>
    public const string GivenName = "given name";

    /// <summary>The student's own class; nothing where there is none.</summary>
    public const string Class = "class";

    /// <summary>The school's name.</summary>
    public const string School = "school";

    /// <summary>The day on which the code expires.</summary>
    public const string Expires = "expires";

    /// <summary>How many parents a letter is for, as the school has set it.</summary>
    public const string Seats = "seats";

    /// <summary>A sentence on how many parents can use the code.</summary>
    public const string Sharing = "sharing";

    /// <summary>The number of the page; in the product's own texts only.</summary>
    internal const string Page = "page";

    /// <summary>All that a school can use.</summary>
    public static IReadOnlyList<string> All { get; } = [Student, GivenName, Class, School, Expires, Seats, Sharing];

    /// <summary>The first thing in braces that is no placeholder, up to 40 characters of it.</summary>
    /// <returns>Null when there is none.</returns>
    internal static string? FirstUnknown(string text)
    {
        var rest = Form().Replace(text, match => All.Contains(match.Groups[1].Value) ? new string(' ', match.Length) : match.Value);
        var brace = rest.AsSpan().IndexOfAny('{', '}');
        return brace < 0 ? null : text.Substring(brace, Math.Min(40, text.Length - brace));
    }

    /// <summary>Fills in. What is filled in is not looked at again: a name in braces stays one.</summary>
    internal static string Fill(string text, Dictionary<string, string> values) =>
        Form().Replace(text, match => values.GetValueOrDefault(match.Groups[1].Value, match.Value));

    [GeneratedRegex(@"\{([a-z ]+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
