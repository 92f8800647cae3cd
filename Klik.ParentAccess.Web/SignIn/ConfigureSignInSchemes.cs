using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Klik.ParentAccess.Web.SignIn;

/// <summary>
/// Adds a scheme for each provider that is set up. A scheme that is not set up must not be there: every request would fail on
/// its options.
/// </summary>
internal sealed class ConfigureSignInSchemes(IOptionsMonitor<ExternalProviderOptions> providers) : IConfigureOptions<AuthenticationOptions>
{
    public void Configure(AuthenticationOptions options)
    {
        foreach (var scheme in ParentSignInSchemes.All.Where(scheme => providers.Get(scheme).IsOffered))
        {
            options.AddScheme(scheme, builder =>
            {
                builder.HandlerType = typeof(OpenIdConnectCodeHandler);
                builder.DisplayName = scheme switch
                {
                    ParentSignInSchemes.Google => "Google",
                    ParentSignInSchemes.Microsoft => "Microsoft",
                    _ => null,
                };
            });
        }
    }
}
