using Klik.ParentAccess.Web.SignIn;
using Microsoft.Extensions.Options;

namespace Klik.Portal.Settings;

/// <summary>Stops the start where the portal's address is missing or wrong, or nobody could sign in.</summary>
internal sealed class PortalOptionsValidator(IHostEnvironment environment, IOptionsMonitor<ExternalProviderOptions> providers) : IValidateOptions<PortalOptions>
{
    /// <summary>What is said of an address that is none.</summary>
    public const string WrongPublicUrl = "must be an https address without a path";

    /// <summary>Whether people can reach the portal there: https, or http on this machine.</summary>
    public static bool IsPublicUrl(Uri url) =>
        url.IsAbsoluteUri
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
        && url.PathAndQuery == "/"
        && url.Fragment.Length == 0;

    public ValidateOptionsResult Validate(string? name, PortalOptions options)
    {
        if (ProviderProblem() is { } problem)
        {
            return ValidateOptionsResult.Fail(problem);
        }

        if (options.PublicUrl is null)
        {
            return environment.IsDevelopment()
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail($"The setting {PortalOptions.PublicUrlSetting} is missing; links in mail lead there.");
        }

        return IsPublicUrl(options.PublicUrl)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"The setting {PortalOptions.PublicUrlSetting} {WrongPublicUrl}.");
    }

    // In Development a provider that is not set up is the built-in one.
    private string? ProviderProblem()
    {
        if (environment.IsDevelopment())
        {
            return null;
        }

        return !providers.Get(ParentSignInSchemes.School).IsOffered ? "The setting ParentAccess:StudentSignIn:ClientId is missing; students and administrators sign in at the school's provider."
            : !providers.Get(ParentSignInSchemes.Google).IsOffered && !providers.Get(ParentSignInSchemes.Microsoft).IsOffered ? "The setting ParentAccess:Providers:Google:ClientId is missing, and so is Microsoft's; parents sign in with one of the two."
            : null;
    }
}
