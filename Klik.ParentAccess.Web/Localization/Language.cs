using System.Globalization;

namespace Klik.ParentAccess.Web.Localization;

/// <summary>A language that the product speaks.</summary>
/// <param name="Tag">BCP 47, as it stands in <c>lang="…"</c>: <c>nl</c>, <c>en</c>.</param>
/// <param name="Name">What its speakers call it: Nederlands, English.</param>
/// <param name="Culture">How dates and numbers are written in it: nl-NL, en-GB.</param>
public sealed record Language(string Tag, string Name, CultureInfo Culture)
{
    /// <summary>The value for <c>dir="…"</c>: <c>ltr</c> or <c>rtl</c>.</summary>
    public string Direction => Culture.TextInfo.IsRightToLeft ? "rtl" : "ltr";
}
