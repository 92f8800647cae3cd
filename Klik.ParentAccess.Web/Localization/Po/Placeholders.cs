using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Klik.ParentAccess.Web.Localization.Po;

/// <summary>The <c>{0}</c>s in a text: a translation may leave one out of a plural form, but cannot ask for what is not given.</summary>
internal static partial class Placeholders
{
    /// <summary>The numbers that a text asks for, or null where its braces are not in order.</summary>
    public static SortedSet<int>? Of(string text)
    {
        try
        {
            _ = CompositeFormat.Parse(text);
        }
        catch (FormatException)
        {
            return null;
        }

        // Once the pairs, which stand for a loose brace, are gone, every number after a brace is one that is asked for.
        var asked = Asked().Matches(text.Replace("{{", "", StringComparison.Ordinal));
        return [.. asked.Select(match => int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture))];
    }

    /// <summary>Refuses a translation that could not be filled in.</summary>
    /// <exception cref="PoFormatException">It could not.</exception>
    public static void Check(string file, PoEntry entry)
    {
        // A sentence with loose braces is never filled in, and its translation is free.
        if (entry.Sentence.Length == 0 || Of(entry.Sentence) is not { } given)
        {
            return;
        }

        given.UnionWith(entry.PluralSentence is null ? [] : Of(entry.PluralSentence) ?? []);
        foreach (var form in entry.Forms)
        {
            var asked = Of(form) ?? throw new PoFormatException(file, entry.Line, $"The braces in \"{form}\" are not in order; write a loose brace twice.");
            if (asked.FirstOrDefault(number => !given.Contains(number), -1) is >= 0 and var missing)
            {
                throw new PoFormatException(file, entry.Line, $"The translation asks for {{{missing}}}, which \"{entry.Sentence}\" does not have.");
            }
        }
    }

    [GeneratedRegex(@"\{([0-9]+)")]
    private static partial Regex Asked();
}
