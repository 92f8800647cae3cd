namespace Klik.ParentAccess.Web.SignIn;

/// <summary>Where in the configuration each provider is set up.</summary>
internal static class ExternalProviderSettings
{
    public static string SectionOf(string scheme) => scheme switch
    {
        ParentSignInSchemes.Google => "ParentAccess:Providers:Google",
        ParentSignInSchemes.Microsoft => "ParentAccess:Providers:Microsoft",
        ParentSignInSchemes.School => "ParentAccess:StudentSignIn",
        _ => throw new ArgumentOutOfRangeException(nameof(scheme)),
    };
}
