using Microsoft.AspNetCore.Authentication;

namespace Klik.ParentAccess.Web.SignIn;

/// <summary>
/// What travels with a person to the provider and back, in the protected state that only this host can read: it is in the
/// properties of the challenge, and again in those of the signed-in external principal (rule P3).
/// </summary>
public static class SignInState
{
    private const string SchoolBaseItem = "klik:base";
    private const string InvitationItem = "klik:invitation";
    private const string LetterCodeItem = "klik:letter";
    private const string LetterChoiceItem = "klik:letter-choice";
    private const string ProblemPathItem = "klik:problem-path";
    private const string SwitchParameter = "switch";

    /// <summary>Sets the path that the school's pages are below, such as <c>/demo</c>; empty for the root.</summary>
    public static void SetSchoolBase(this AuthenticationProperties properties, string schoolBase) =>
        properties.SetString(SchoolBaseItem, LocalOrThrow(schoolBase, allowEmpty: true));

    /// <summary>The path that the school's pages are below, if the challenge said so.</summary>
    public static string? GetSchoolBase(this AuthenticationProperties properties) => properties.GetString(SchoolBaseItem);

    /// <summary>Sets the token of the invitation that the person holds.</summary>
    public static void SetInvitation(this AuthenticationProperties properties, string token) =>
        properties.SetString(InvitationItem, token);

    /// <summary>The token of the invitation that the person held at the challenge.</summary>
    public static string? GetInvitation(this AuthenticationProperties properties) => properties.GetString(InvitationItem);

    /// <summary>Sets what the person brings from a parent letter.</summary>
    public static void SetLetter(this AuthenticationProperties properties, PendingLetter letter)
    {
        properties.SetString(LetterCodeItem, letter.Code);
        properties.SetString(LetterChoiceItem, letter.SaysToHaveAccount ? "existing" : "new");
    }

    /// <summary>What the person brought from a parent letter at the challenge.</summary>
    public static PendingLetter? GetLetter(this AuthenticationProperties properties) =>
        properties.GetString(LetterCodeItem) is { } code ? new PendingLetter(code, properties.GetString(LetterChoiceItem) == "existing") : null;

    /// <summary>
    /// Sets the page within the school that is shown when sign-in comes to nothing, instead of
    /// <see cref="ParentSignInOptions.ProblemPath"/>: the invitation's own page, for one.
    /// </summary>
    public static void SetProblemPath(this AuthenticationProperties properties, string path) =>
        properties.SetString(ProblemPathItem, LocalOrThrow(path, allowEmpty: false));

    /// <summary>Lets the provider ask which account to use, also when it knows one (rule P3: a way to switch).</summary>
    public static void AskToSwitch(this AuthenticationProperties properties) => properties.SetParameter<bool>(SwitchParameter, true);

    internal static bool AsksToSwitch(this AuthenticationProperties properties) => properties.GetParameter<bool>(SwitchParameter);

    internal static string? GetProblemPath(this AuthenticationProperties properties) => properties.GetString(ProblemPathItem);

    private static string LocalOrThrow(string path, bool allowEmpty)
    {
        ArgumentNullException.ThrowIfNull(path);
        var isLocal = path.Length == 0 ? allowEmpty : path[0] == '/' && !path.StartsWith("//", StringComparison.Ordinal) && !path.Contains('\\', StringComparison.Ordinal);
        return isLocal ? path : throw new ArgumentException("A path within this host is expected.", nameof(path));
    }
}
