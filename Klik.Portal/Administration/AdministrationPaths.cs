using Klik.ParentAccess.Web.Administration.Letters;

namespace Klik.Portal.Administration;

/// <summary>The administrator's paths, relative to the school's base.</summary>
internal static class AdministrationPaths
{
    public const string Root = "/admin";

    public const string Users = "/admin/users";

    /// <summary>Where a search for a user is posted to.</summary>
    public const string UserSearch = "/admin/users/search";

    /// <summary>Where a student is made active or inactive.</summary>
    public const string StudentState = "/admin/users/student";

    public const string Settings = "/admin/settings";

    /// <summary>Where the form is posted to for a look at a colour; nothing is saved.</summary>
    public const string SettingsPreview = "/admin/settings/preview";

    public const string Letters = "/admin/letters";

    /// <summary>Where a PDF of letters is downloaded.</summary>
    public const string LettersPdf = Letters + LetterLinks.PdfPart + "/{id:guid}";

    /// <summary>Where the text of letters is changed.</summary>
    public const string LetterText = Letters + LetterLinks.TextPart;

    public const string Import = "/admin/import";
}
