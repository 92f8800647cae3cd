using System.Collections.Frozen;
using System.Globalization;
using Klik.ParentAccess.Web.Localization.Po;

namespace Klik.ParentAccess.Web.Localization;

/// <summary>All texts in all languages, read once.</summary>
internal sealed class TextCatalog
{
    /// <summary>The language that the sentences in the source are in, and what remains where no other one fits.</summary>
    public const string SourceLanguage = "en";

    private readonly FrozenDictionary<string, LanguageTexts> _byTag;

    /// <summary>Makes the catalogue of a row of files; what a later one says goes before what an earlier one says.</summary>
    /// <exception cref="PoFormatException">A file names no language.</exception>
    public TextCatalog(IEnumerable<PoFile> files)
    {
        var byTag = files
            .GroupBy(file => CultureOf(file).Name, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.OrdinalIgnoreCase);
        byTag.TryAdd(SourceLanguage, []);
        _byTag = byTag.ToFrozenDictionary(
            pair => pair.Key,
            pair => new LanguageTexts(this, LanguageOf(pair.Key, pair.Value), Translations(pair.Key, byTag)),
            StringComparer.OrdinalIgnoreCase);
        Languages = [.. _byTag.Values.Select(texts => texts.Language).OrderBy(language => language.Name, StringComparer.InvariantCulture)];
    }

    /// <summary>Every language, by name.</summary>
    public IReadOnlyList<Language> Languages { get; }

    /// <summary>The texts of a culture, of the nearest one above it, or else of the source.</summary>
    public LanguageTexts Nearest(CultureInfo culture)
    {
        for (var at = culture; at.Name.Length > 0; at = at.Parent)
        {
            if (_byTag.TryGetValue(at.Name, out var texts))
            {
                return texts;
            }
        }

        return _byTag[SourceLanguage];
    }

    private static Dictionary<TextKey, Translation> Translations(string tag, Dictionary<string, List<PoFile>> byTag)
    {
        var translations = new Dictionary<TextKey, Translation>();
        // From the widest to the nearest: what nl-BE leaves out, nl says.
        foreach (var file in Ancestry(tag).Reverse().SelectMany(name => byTag.GetValueOrDefault(name, [])))
        {
            foreach (var entry in file.Entries.Where(entry => entry.IsTranslated))
            {
                translations[new TextKey(entry.Context, entry.Sentence)] = new Translation(entry, file.Plural);
            }
        }

        return translations;
    }

    private static IEnumerable<string> Ancestry(string tag)
    {
        for (var culture = CultureInfo.GetCultureInfo(tag); culture.Name.Length > 0; culture = culture.Parent)
        {
            yield return culture.Name;
        }
    }

    private static Language LanguageOf(string tag, List<PoFile> files)
    {
        var culture = CultureInfo.GetCultureInfo(tag);
        var name = Header(files, "X-Language-Name")?.Value ?? culture.TextInfo.ToTitleCase(culture.NativeName);
        var formatting = Header(files, "X-Culture") is { } header
            ? CultureNamed(header.File, header.Value)
            : CultureInfo.ReadOnly(CultureInfo.CreateSpecificCulture(tag));
        return new Language(tag, name, formatting);
    }

    private static CultureInfo CultureOf(PoFile file) =>
        CultureNamed(file, file.Headers.GetValueOrDefault("Language") is { Length: > 0 } language ? language : Path.GetFileNameWithoutExtension(file.Name));

    private static CultureInfo CultureNamed(PoFile file, string name)
    {
        try
        {
            var culture = CultureInfo.GetCultureInfo(name.Replace('_', '-'));
            return culture.Name.Length > 0 ? culture : throw new PoFormatException(file.Name, 1, "The header names no language.");
        }
        catch (CultureNotFoundException)
        {
            throw new PoFormatException(file.Name, 1, $"'{name}' is not a language; write its tag in the header, as in 'Language: nl'.");
        }
    }

    private static (PoFile File, string Value)? Header(List<PoFile> files, string name) =>
        files.AsEnumerable().Reverse()
            .Where(file => file.Headers.GetValueOrDefault(name) is { Length: > 0 })
            .Select(file => ((PoFile, string)?)(file, file.Headers[name]))
            .FirstOrDefault();
}
