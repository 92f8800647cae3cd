using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Klik.ParentAccess.Web.SignIn;

/// <summary>
/// Adds a scheme for each provider that is set up. A scheme that is not set up must not be there: every request would fail on
/// its options.
/// </summary>
internal sealed class ConfigureSignInSchemes(ProvidersSetUp providers) : IConfigureOptions<AuthenticationOptions>
{
    public void Configure(AuthenticationOptions options)
    {
        foreach (var scheme in ParentSignInSchemes.All.Where(providers.Has))
        {
            // Without a display name: a host that lists the schemes which have one on its own login page does not offer these.
            options.AddScheme(scheme, builder => builder.HandlerType = typeof(OpenIdConnectCodeHandler));
        }
    }
}
