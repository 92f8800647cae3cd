using Klik.ParentAccess.Web.Endpoints;

namespace Klik.ParentAccess.Web.OwnAccounts;

/// <summary>The paths of own accounts, relative to the school's base, and the names of their fields.</summary>
internal static class OwnAccountPaths
{
    /// <summary>Signing in; GET asks, POST does.</summary>
    public const string SignIn = SchoolPaths.SignIn + "/own";

    /// <summary>Where a page with an invitation or a wish to return leads to signing in.</summary>
    public const string Start = SignIn + "/start";

    /// <summary>Where the answer of a passkey is posted to.</summary>
    public const string Passkey = SignIn + "/passkey";

    /// <summary>Registering; GET asks, POST does.</summary>
    public const string Register = SignIn + "/register";

    /// <summary>Where a form leads to registering, with its <see cref="StateField"/>.</summary>
    public const string StartRegistering = Register + "/start";

    /// <summary>Where the mail leads in which an address is confirmed.</summary>
    public const string Confirm = SignIn + "/confirm";

    /// <summary>Where a passkey confirms.</summary>
    public const string ConfirmWithPasskey = Confirm + "/passkey";

    /// <summary>Where a new password is asked for.</summary>
    public const string Forgot = SignIn + "/forgot";

    /// <summary>Where the mail leads in which a new password is chosen.</summary>
    public const string Reset = SignIn + "/reset";

    /// <summary>Where it is said that a mail is under way, if it is.</summary>
    public const string Mail = SignIn + "/mail";

    /// <summary>Where a parent changes how to sign in.</summary>
    public const string Settings = SchoolPaths.Settings + "/sign-in";

    /// <summary>The field with the protected <see cref="OwnAccountPurpose"/>.</summary>
    public const string StateField = "state";

    internal const string NameField = "name";
    internal const string AddressField = "email";
    internal const string PasswordField = "password";
    internal const string NewPasswordField = "newPassword";
    internal const string CredentialField = "credential";
    internal const string PasskeyField = "passkey";
    internal const string KindParameter = "kind";
}
