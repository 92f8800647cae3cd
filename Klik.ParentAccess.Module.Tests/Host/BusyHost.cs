using Microsoft.AspNetCore.Identity;
using OrchardCore.Environment.Extensions.Features;

namespace Klik.ParentAccess.Module.Tests.Host;

/// <summary>
/// A host whose sites have a way to sign in of their own, at the path where parents come back from Google elsewhere, and where
/// somebody made a mistake with Microsoft.
/// </summary>
public sealed class BusyHost : RunningHost
{
    /// <summary>Where parents come back from Google here.</summary>
    public const string GoogleCallback = "/signin-parents";

    protected override void Configure(WebApplicationBuilder builder)
    {
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["OrchardCore:ParentAccess:Providers:Google:CallbackPath"] = GoogleCallback,
            ["OrchardCore:ParentAccess:Providers:Microsoft:ClientSecret"] = "",
        });
        builder.Services.AddTransient<IFeatureBuilderEvents, ExternalAuthenticationOn>();
        builder.Services.AddOrchardCore()
            .ConfigureServices(tenant => tenant.AddAuthentication().AddRemoteScheme<StaffSignInOptions, StaffSignInHandler>(
                StaffSignInHandler.Name,
                "Staff of the school",
                options => (options.CallbackPath, options.SignInScheme) = ("/signin-google", IdentityConstants.ExternalScheme)));
    }

    /// <summary>Orchard turns its external sign-in on only where another feature asks for it, as those with Google or Microsoft do.</summary>
    private sealed class ExternalAuthenticationOn : FeatureBuilderEvents
    {
        public override void Building(FeatureBuildingContext context)
        {
            if (context.FeatureId == Features.ParentAccess)
            {
                context.FeatureDependencyIds = [.. context.FeatureDependencyIds, "OrchardCore.Users.ExternalAuthentication"];
            }
        }
    }
}
