using System.Globalization;

namespace Klik.ParentAccess.Web.Localization;

/// <summary>
/// Everything the product says to people, in their language (rule P8). A text is looked up by its plain English sentence; what
/// has no translation comes out as that sentence. The results are plain text: encode them where they meet HTML (Razor does).
/// </summary>
/// <remarks>
/// The service speaks the language of <see cref="CultureInfo.CurrentUICulture"/>; <see cref="ForCulture"/> gives the texts of another
/// one, for a mail for example. The keys are literals in the source, so that a test can hold them against the translations.
/// </remarks>
public interface ITexts
{
    /// <summary>The language that these texts come in now.</summary>
    Language Language { get; }

    /// <summary>Every language there are texts in, by name.</summary>
    IReadOnlyList<Language> Languages { get; }

    /// <summary>The text for an English sentence, as it stands.</summary>
    string this[string sentence] { get; }

    /// <summary>The text for an English sentence, with <c>{0}</c>, <c>{1}</c>, … filled in the way of the language.</summary>
    string this[string sentence, params ReadOnlySpan<object?> values] { get; }

    /// <summary>The text for a sentence that means two things in English and is told apart by <paramref name="context"/>.</summary>
    string InContext(string context, string sentence, params ReadOnlySpan<object?> values);

    /// <summary>
    /// The text for a number of things. <c>{0}</c> is <paramref name="count"/>, <paramref name="values"/> are <c>{1}</c> and on.
    /// </summary>
    /// <param name="count">How many; a negative number takes the form of its absolute value.</param>
    /// <param name="one">The English sentence for one.</param>
    /// <param name="many">The English sentence for any other number.</param>
    /// <param name="values">What is filled in after the number.</param>
    string Plural(long count, string one, string many, params ReadOnlySpan<object?> values);

    /// <summary>The texts of the language nearest to a culture, whatever the current one is.</summary>
    ITexts ForCulture(CultureInfo culture);
}
