namespace Klik.ParentAccess.Web.Localization.Po;

/// <summary>One text in a file.</summary>
/// <param name="Line">Where it begins, counted from 1.</param>
/// <param name="Context">What tells it apart from the same sentence elsewhere, or null.</param>
/// <param name="Sentence">The English sentence.</param>
/// <param name="PluralSentence">The English sentence for any number but one, or null where there is no number.</param>
/// <param name="Forms">The translations: one, or one for every plural form; empty ones are not yet translated.</param>
internal sealed record PoEntry(int Line, string? Context, string Sentence, string? PluralSentence, IReadOnlyList<string> Forms)
{
    /// <summary>Whether every form is there.</summary>
    public bool IsTranslated => Forms.All(form => form.Length > 0);
}
