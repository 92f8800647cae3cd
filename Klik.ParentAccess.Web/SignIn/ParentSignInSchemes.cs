using Klik.ParentAccess.Core.Accounts;

namespace Klik.ParentAccess.Web.SignIn;

/// <summary>The authentication schemes of sign-in; also the names of their <see cref="ExternalProviderOptions"/>.</summary>
public static class ParentSignInSchemes
{
    /// <summary>Parents with a Google account.</summary>
    public const string Google = "ParentAccess.Google";

    /// <summary>Parents with a Microsoft account.</summary>
    public const string Microsoft = "ParentAccess.Microsoft";

    /// <summary>Students and staff, at the school's own provider.</summary>
    public const string School = "ParentAccess.School";

    internal static readonly string[] All = [Google, Microsoft, School];

    /// <summary>The scheme that challenges at <paramref name="provider"/>.</summary>
    public static string Of(ExternalProvider provider) => provider switch
    {
        ExternalProvider.Google => Google,
        ExternalProvider.Microsoft => Microsoft,
        _ => throw new ArgumentOutOfRangeException(nameof(provider)),
    };

    internal static bool IsOne(string? name) => name is Google or Microsoft or School;
}
