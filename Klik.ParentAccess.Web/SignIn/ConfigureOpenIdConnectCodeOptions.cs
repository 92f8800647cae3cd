using Microsoft.Extensions.Options;

namespace Klik.ParentAccess.Web.SignIn;

/// <summary>Turns the settings of a provider into the handler's options.</summary>
internal sealed class ConfigureOpenIdConnectCodeOptions(
    IOptionsMonitor<ExternalProviderOptions> providers, IOptions<ParentSignInOptions> signIn, TimeProvider timeProvider)
    : IConfigureNamedOptions<OpenIdConnectCodeOptions>
{
    public void Configure(string? name, OpenIdConnectCodeOptions options)
    {
        if (!ParentSignInSchemes.IsOne(name))
        {
            return;
        }

        var provider = providers.Get(name);
        (options.Profile, var defaultAuthority) = name switch
        {
            ParentSignInSchemes.Google => (IdTokenProfile.Google, "https://accounts.google.com"),
            ParentSignInSchemes.Microsoft => (IdTokenProfile.Microsoft, "https://login.microsoftonline.com/common/v2.0"),
            _ => (IdTokenProfile.School, ""),
        };
        options.CallbackPath = string.IsNullOrEmpty(provider.CallbackPath) ? CallbackPath.DefaultOf(name!) : provider.CallbackPath;
        options.TimeProvider = timeProvider;
        options.Authority = (string.IsNullOrWhiteSpace(provider.Authority) ? defaultAuthority : provider.Authority).TrimEnd('/');
        options.ClientId = provider.ClientId ?? "";
        options.ClientSecret = provider.ClientSecret ?? "";
        options.SignInScheme = name == ParentSignInSchemes.School
            ? signIn.Value.SchoolSignInScheme ?? signIn.Value.SignInScheme
            : signIn.Value.SignInScheme;
        options.CallbackPathBase = signIn.Value.CallbackPathBase?.TrimEnd('/');
        options.ProblemPath = signIn.Value.ProblemPath;
    }

    public void Configure(OpenIdConnectCodeOptions options) => Configure(Options.DefaultName, options);
}
