using Klik.ParentAccess.Web.Localization.Po;

namespace Klik.ParentAccess.Web.Localization;

/// <summary>A sentence in another language: one form, or one for every plural form of that language.</summary>
internal sealed class Translation(PoEntry entry, PluralRule plural)
{
    private readonly TranslatedForm[] _forms = [.. entry.Forms.Select(form => new TranslatedForm(form))];

    public bool IsPlural { get; } = entry.PluralSentence is not null;

    public TranslatedForm Form(int number) => _forms[number];

    public TranslatedForm FormFor(long count) => _forms[plural.FormOf(count)];
}
