using System.Globalization;

namespace Klik.ParentAccess.Web.Localization;

/// <summary>The texts in the language of the moment.</summary>
internal sealed class Texts(TextCatalog catalog) : ITexts
{
    public Language Language => Current.Language;

    public IReadOnlyList<Language> Languages => catalog.Languages;

    private LanguageTexts Current => catalog.Nearest(CultureInfo.CurrentUICulture);

    public string this[string sentence] => Current[sentence];

    public string this[string sentence, params ReadOnlySpan<object?> values] => Current[sentence, values];

    public string InContext(string context, string sentence, params ReadOnlySpan<object?> values) =>
        Current.InContext(context, sentence, values);

    public string Plural(long count, string one, string many, params ReadOnlySpan<object?> values) =>
        Current.Plural(count, one, many, values);

    public ITexts ForCulture(CultureInfo culture) => catalog.Nearest(culture);
}
