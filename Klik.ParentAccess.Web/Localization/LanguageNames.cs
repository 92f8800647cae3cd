namespace Klik.ParentAccess.Web.Localization;

/// <summary>What the choice of a language is kept under (rule P8).</summary>
public static class LanguageNames
{
    /// <summary>The cookie with the choice made in this browser, for all schools of the host: a language tag.</summary>
    public const string Cookie = "klik-language";

    /// <summary>The claim with the account's preference, given by the host: a language tag.</summary>
    public const string Claim = "klik:language";

    /// <summary>The path, below the school's base, that the choice is posted to.</summary>
    public const string Path = "/language";

    /// <summary>The form field with the chosen language tag.</summary>
    public const string LanguageField = "language";

    /// <summary>The form field with the path to return to.</summary>
    public const string ReturnField = "returnPath";
}
