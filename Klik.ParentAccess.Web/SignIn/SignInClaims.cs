namespace Klik.ParentAccess.Web.SignIn;

/// <summary>
/// The claims of a principal that a provider identified, and there are no others. Read them with
/// <see cref="SignInPrincipals"/>.
/// </summary>
public static class SignInClaims
{
    /// <summary><see cref="Providers.Google"/>, <see cref="Providers.Microsoft"/> or <see cref="Providers.School"/>.</summary>
    public const string Provider = "klik:provider";

    /// <summary>The validated issuer.</summary>
    public const string Issuer = "iss";

    /// <summary>The subject, unique within the issuer.</summary>
    public const string Subject = "sub";

    /// <summary>Parents: the address that the provider names, if it is well-formed.</summary>
    public const string Address = "klik:address";

    /// <summary>Parents: <c>true</c> if the provider is authoritative for <see cref="Address"/> (rule P1).</summary>
    public const string IsAuthoritative = "klik:authoritative";

    /// <summary>Parents with an account at the school itself: the session that begins.</summary>
    public const string OwnAccountSession = "klik:own-account";

    /// <summary>Students and staff: the user name at the school.</summary>
    public const string PreferredUserName = "preferred_username";

    /// <summary>Students and staff: the e-mail address at the school.</summary>
    public const string Email = "email";

    /// <summary>The values of <see cref="Provider"/>.</summary>
    public static class Providers
    {
        /// <summary>A Google account.</summary>
        public const string Google = "google";

        /// <summary>A Microsoft account.</summary>
        public const string Microsoft = "microsoft";

        /// <summary>An account at the school.</summary>
        public const string School = "school";

        /// <summary>A parent's account at the school itself; said by the host alone.</summary>
        public const string OwnAccount = "own-account";
    }
}
