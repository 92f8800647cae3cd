using Klik.ParentAccess.Core.Accounts;

namespace Klik.ParentAccess.Web.SignIn;

/// <summary>Names in the addresses and forms of sign-in.</summary>
internal static class SignInRoutes
{
    /// <summary>The field with the secret of an invitation.</summary>
    public const string TokenField = "token";

    /// <summary>The field that asks the provider to offer another account (rule P3).</summary>
    public const string SwitchField = "switch";

    /// <summary>The value of a field that says yes.</summary>
    public const string Yes = "true";

    /// <summary>The parameter that says that the session has ended.</summary>
    public const string SignedOutParameter = "signed-out";

    private const string Google = "google";
    private const string Microsoft = "microsoft";

    /// <summary>The path of a provider's challenge, below the school's base.</summary>
    /// <param name="provider">The provider.</param>
    /// <param name="root">The path that the providers are below.</param>
    public static string PathOf(ExternalProvider provider, string root = Endpoints.SchoolPaths.SignIn) =>
        $"{root}/{(provider == ExternalProvider.Google ? Google : Microsoft)}";

    /// <summary>The provider in an address.</summary>
    public static ExternalProvider? Read(string word) => word switch
    {
        Google => ExternalProvider.Google,
        Microsoft => ExternalProvider.Microsoft,
        _ => null,
    };
}
