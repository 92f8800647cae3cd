using System.Text.RegularExpressions;

namespace Klik.ParentAccess.Tests.Localization;

/// <summary>The sentences that an Orchard module asks its localizers for, each with the name that Orchard looks it up under.</summary>
internal static partial class ModuleTexts
{
    /// <summary>The sentences in the sources of a room (a project's folder).</summary>
    public static IReadOnlyList<SourceText> Of(string room)
    {
        var root = SourceTexts.PathOf(room);
        return
        [
            .. Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
                .Concat(Directory.EnumerateFiles(root, "*.cshtml", SearchOption.AllDirectories))
                .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
                .Where(file => !file.StartsWith("obj/", StringComparison.Ordinal) && !file.StartsWith("bin/", StringComparison.Ordinal))
                .SelectMany(file => In(room, file, File.ReadAllText(Path.Combine(root, file)))),
        ];
    }

    /// <summary>Takes the uses out of one source.</summary>
    /// <param name="room">The project's name.</param>
    /// <param name="file">The file, relative to the project's folder.</param>
    /// <param name="source">What is in it.</param>
    /// <exception cref="FormatException">A sentence is not a literal, so that nobody can hold it against the translations.</exception>
    public static IEnumerable<SourceText> In(string room, string file, string source)
    {
        // A type has a file of its own name; Orchard calls a view by its path.
        var said = $"{room}.{Path.ChangeExtension(file, null).Replace('/', '.')}";
        var uses = Path.GetExtension(file) == ".cs" ? InCode() : InView();
        foreach (Match use in uses.Matches(source))
        {
            var place = $"{file}({source.AsSpan(0, use.Index).Count('\n') + 1})";
            var sentence = Literal().Match(source, use.Index + use.Length);
            if (!sentence.Success)
            {
                throw new FormatException($"{place}: a sentence is one ordinary literal, so that it can be translated.");
            }

            yield return new SourceText(place, said, Regex.Unescape(sentence.Groups[1].Value), null);
        }
    }

    [GeneratedRegex(@"\b(?:\w*[lL]ocalizer|[SH])\[")]
    private static partial Regex InCode();

    [GeneratedRegex(@"\bT\[")]
    private static partial Regex InView();

    [GeneratedRegex(@"\G\s*""((?:[^""\\]|\\.)*)""\s*[,\]]")]
    private static partial Regex Literal();
}
