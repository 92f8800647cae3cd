using Microsoft.Extensions.Options;

namespace Klik.Portal.Settings;

/// <summary>Stops the start where the portal's address is missing or wrong.</summary>
internal sealed class PortalOptionsValidator(IHostEnvironment environment) : IValidateOptions<PortalOptions>
{
    public ValidateOptionsResult Validate(string? name, PortalOptions options)
    {
        if (options.PublicUrl is null)
        {
            return environment.IsDevelopment()
                ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail($"The setting {PortalOptions.PublicUrlSetting} is missing; links in mail lead there.");
        }

        var isWeb = options.PublicUrl.IsAbsoluteUri
            && (options.PublicUrl.Scheme == Uri.UriSchemeHttps || (options.PublicUrl.Scheme == Uri.UriSchemeHttp && options.PublicUrl.IsLoopback));
        return isWeb && options.PublicUrl.PathAndQuery == "/" && options.PublicUrl.Fragment.Length == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"The setting {PortalOptions.PublicUrlSetting} must be an https address without a path.");
    }
}
