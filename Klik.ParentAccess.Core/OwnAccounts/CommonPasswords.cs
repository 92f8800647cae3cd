using System.Collections.Frozen;

namespace Klik.ParentAccess.Core.OwnAccounts;

/// <summary>
/// Knows passwords that are easy to guess: one or two words of a list, with whatever digits and signs around them, or a piece
/// said again and again. The list ships with the project; nobody is asked about a password.
/// </summary>
internal static class CommonPasswords
{
    private const string Resource = "common-passwords.txt";
    private const int MostWords = 2;
    private const int ShortestOwnWord = 3;
    private const int ShortestUnit = 4;
    private const int LongestWord = 64;

    private static readonly Lazy<FrozenSet<string>> List = new(Read);

    /// <summary>Whether a password is easy to guess.</summary>
    /// <param name="password">The password.</param>
    /// <param name="own">What says something of the person or the school; its words count as listed.</param>
    public static bool Contain(string password, IEnumerable<string> own)
    {
        var ownWords = own.SelectMany(WordsOf).Where(word => word.Length >= ShortestOwnWord).ToHashSet(StringComparer.Ordinal);
        var unit = Unit(password.ToLowerInvariant());
        return unit.Length <= ShortestUnit || WordsNeeded(unit, word => List.Value.Contains(word) || ownWords.Contains(word)) <= MostWords;
    }

    /// <summary>The shortest piece that a text is a repetition of; the text itself where there is none.</summary>
    private static string Unit(string text)
    {
        var length = Enumerable.Range(1, text.Length).First(candidate =>
            text.Length % candidate == 0 && text.AsSpan(candidate).SequenceEqual(text.AsSpan(0, text.Length - candidate)));
        return text[..length];
    }

    /// <summary>How many listed words, at least, a text is made of; digits, signs and a run of one letter cost nothing.</summary>
    private static int WordsNeeded(string text, Func<string, bool> isListed)
    {
        var needed = new int[text.Length + 1];
        for (var end = 1; end <= text.Length; end++)
        {
            needed[end] = IsFree(text, end - 1) ? needed[end - 1] : MostWords + 1;
            for (var start = Math.Max(0, end - LongestWord); start < end; start++)
            {
                if (needed[start] + 1 < needed[end] && isListed(text[start..end]))
                {
                    needed[end] = needed[start] + 1;
                }
            }
        }

        return needed[text.Length];
    }

    private static bool IsFree(string text, int at) =>
        !char.IsLetter(text[at]) || text.Length == 1 || (at > 0 && text[at] == text[at - 1]);

    private static IEnumerable<string> WordsOf(string text)
    {
        var lower = text.Normalize(System.Text.NormalizationForm.FormKC).ToLowerInvariant();
        var words = string.Concat(lower.Select(c => char.IsLetter(c) ? c : ' ')).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Append(string.Concat(words));
    }

    private static FrozenSet<string> Read()
    {
        using var stream = typeof(CommonPasswords).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException("The list of common passwords is not in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Where(line => line[0] != '#')
            .ToFrozenSet(StringComparer.Ordinal);
    }
}
