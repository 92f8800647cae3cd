using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Klik.ParentAccess.Tests.Localization;

/// <summary>The sentences that the sources ask <c>ITexts</c> for.</summary>
internal static partial class SourceTexts
{
    private static readonly string Root = FindRoot();

    /// <summary>The sentences in the sources of a room (a project's folder), in the order of its files.</summary>
    public static IReadOnlyList<SourceText> Of(string room) => [.. Files(room).SelectMany(file => In(file, File.ReadAllText(file)))];

    /// <summary>The place of a file or folder of the repository.</summary>
    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    /// <summary>Takes the uses out of one source.</summary>
    /// <exception cref="FormatException">A sentence is not a literal, so that nobody can hold it against the translations.</exception>
    public static IEnumerable<SourceText> In(string file, string source)
    {
        foreach (Match use in Use().Matches(source))
        {
            if (IsComment(source, use.Index))
            {
                continue;
            }

            var place = $"{Path.GetFileName(file)}({source.AsSpan(0, use.Index).Count('\n') + 1})";
            var at = use.Index + use.Length;
            switch (use.Groups["method"].Value)
            {
                case "Plural":
                    at = source.IndexOf(',', at) + 1;
                    var one = Literal(source, ref at, place);
                    Expect(source, ref at, ',', place);
                    yield return new SourceText(place, null, one, Literal(source, ref at, place));
                    break;
                case "InContext":
                    var context = Literal(source, ref at, place);
                    Expect(source, ref at, ',', place);
                    yield return new SourceText(place, context, Literal(source, ref at, place), null);
                    break;
                default:
                    yield return new SourceText(place, null, Literal(source, ref at, place), null);
                    break;
            }
        }
    }

    private static IEnumerable<string> Files(string room) =>
        Directory.EnumerateFiles(Path.Combine(Root, room), "*.*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".cs" or ".razor" or ".cshtml")
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !file.EndsWith(Path.Combine("Localization", "Texts.cs"), StringComparison.Ordinal)
                && !file.EndsWith(Path.Combine("Localization", "LanguageTexts.cs"), StringComparison.Ordinal));

    private static bool IsComment(string source, int at)
    {
        var line = source.AsSpan(source.LastIndexOf('\n', at) + 1);
        return line.TrimStart().StartsWith("//") || line.TrimStart().StartsWith("@*");
    }

    private static void Expect(string source, ref int at, char sign, string place)
    {
        SkipBlanks(source, ref at);
        if (source[at++] != sign)
        {
            throw new FormatException($"{place}: '{sign}' is expected after the sentence.");
        }
    }

    /// <summary>One or more literals with a plus between them.</summary>
    private static string Literal(string source, ref int at, string place)
    {
        var result = new StringBuilder();
        do
        {
            SkipBlanks(source, ref at);
            if (source[at] != '"')
            {
                throw new FormatException($"{place}: a sentence is an ordinary literal, so that it can be translated.");
            }

            for (at++; source[at] != '"'; at++)
            {
                result.Append(source[at] == '\\' ? Escaped(source, ref at) : source[at]);
            }

            at++;
            SkipBlanks(source, ref at);
        }
        while (source[at] == '+' && at++ > 0);
        return result.ToString();
    }

    private static char Escaped(string source, ref int at)
    {
        switch (source[++at])
        {
            case 'n':
                return '\n';
            case 'u':
                at += 4;
                return (char)int.Parse(source.AsSpan(at - 3, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            default:
                return source[at];
        }
    }

    private static void SkipBlanks(string source, ref int at)
    {
        while (char.IsWhiteSpace(source[at]))
        {
            at++;
        }
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Portal.slnf")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The repository is not above the tests.");
    }

    // T["…"], _texts["…"], texts.ForCulture(culture)["…"], T.Plural(count, "…", "…"), T.InContext("…", "…").
    [GeneratedRegex(@"\b(?:T|_?(?:\w*T|t)exts)(?:\.ForCulture\([^()]*(?:\([^()]*\))?[^()]*\))?(?:\.(?<method>Plural|InContext)\(|\[)")]
    private static partial Regex Use();
}
