namespace Klik.ParentAccess.Web.SignIn;

/// <summary>What the path of a callback may look like: it is registered at a provider, and must not be mistaken for anything else.</summary>
public static class CallbackPath
{
    private const int MaxLength = 100;

    /// <summary>The path of a scheme that is not set otherwise.</summary>
    /// <param name="scheme">One of <see cref="ParentSignInSchemes"/>.</param>
    public static string DefaultOf(string scheme) => scheme switch
    {
        ParentSignInSchemes.Google => "/signin-google",
        ParentSignInSchemes.Microsoft => "/signin-microsoft",
        ParentSignInSchemes.School => "/signin-school",
        _ => throw new ArgumentOutOfRangeException(nameof(scheme)),
    };

    /// <summary>Whether a text is one: a slash and then letters without accents, digits, hyphens, underscores and slashes.</summary>
    public static bool IsOne(string? text) =>
        text is { Length: > 1 and <= MaxLength } && text[0] == '/' && text[^1] != '/'
        && !text.Contains("//", StringComparison.Ordinal)
        && text.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '/' or '-' or '_');
}
