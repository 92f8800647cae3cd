namespace Klik.Portal.Settings;

/// <summary>The portal's own settings, section <c>ParentAccess</c>.</summary>
internal sealed class PortalOptions
{
    public const string Section = "ParentAccess";

    /// <summary>The setting with the portal's address, as people type it.</summary>
    public const string PublicUrlSetting = "ParentAccess:PublicUrl";

    /// <summary>
    /// User names of administrators, as the school's provider gives them (<c>preferred_username</c> or e-mail): <c>name</c> for
    /// every school of this portal, or <c>school/name</c> for one.
    /// </summary>
    public IList<string> Administrators { get; } = [];

    /// <summary>Where people reach the portal, for links in mail: <c>https://ouders.example.nl</c>. Never taken from a request.</summary>
    public Uri? PublicUrl { get; set; }

    /// <summary>
    /// Whether browsers are told to come over https alone to whatever is below the host name of <see cref="PublicUrl"/> too. False where
    /// something else that has no https is there.
    /// </summary>
    public bool HstsSubdomains { get; set; } = true;

    /// <summary>Whether somebody is an administrator of a school.</summary>
    public bool IsAdministrator(string school, string userName) =>
        userName.Length > 0
        && Administrators.Any(listed =>
            string.Equals(listed, userName, StringComparison.OrdinalIgnoreCase)
            || string.Equals(listed, $"{school}/{userName}", StringComparison.OrdinalIgnoreCase));
}
