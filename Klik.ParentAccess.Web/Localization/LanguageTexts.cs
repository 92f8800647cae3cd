using System.Collections.Frozen;
using System.Globalization;

namespace Klik.ParentAccess.Web.Localization;

/// <summary>The texts of one language; a look-up allocates nothing but the text that is filled in.</summary>
internal sealed class LanguageTexts(TextCatalog catalog, Language language, IEnumerable<KeyValuePair<TextKey, Translation>> translations) : ITexts
{
    private readonly FrozenDictionary<TextKey, Translation> _translations = translations.ToFrozenDictionary();

    public Language Language => language;

    public IReadOnlyList<Language> Languages => catalog.Languages;

    public string this[string sentence] => Find(null, sentence)?.Form(0).Text ?? sentence;

    public string this[string sentence, params ReadOnlySpan<object?> values] => Fill(Find(null, sentence), sentence, values);

    public string InContext(string context, string sentence, params ReadOnlySpan<object?> values) =>
        Fill(Find(context, sentence), sentence, values);

    public string Plural(long count, string one, string many, params ReadOnlySpan<object?> values)
    {
        object?[] all = [count, .. values];
        return Find(null, one) is { IsPlural: true } translation
            ? translation.FormFor(count).Fill(language.Culture, all)
            : string.Format(language.Culture, count is 1 or -1 ? one : many, all);
    }

    public ITexts ForCulture(CultureInfo culture) => catalog.Nearest(culture);

    private Translation? Find(string? context, string sentence) => _translations.GetValueOrDefault(new TextKey(context, sentence));

    private string Fill(Translation? translation, string sentence, ReadOnlySpan<object?> values)
    {
        if (translation is not null)
        {
            return translation.Form(0).Fill(language.Culture, values);
        }

        return values.IsEmpty ? sentence : string.Format(language.Culture, sentence, values);
    }
}
