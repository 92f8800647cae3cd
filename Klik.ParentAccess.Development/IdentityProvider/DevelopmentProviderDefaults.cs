using Klik.ParentAccess.Web.SignIn;
using Microsoft.Extensions.Options;

namespace Klik.ParentAccess.Development.IdentityProvider;

/// <summary>
/// Lets every provider that is not set up be the development identity provider. Whether it is offered is known at the start,
/// where it is only when the server listens: hence two steps.
/// </summary>
internal sealed class DevelopmentProviderDefaults(DevelopmentClient client, IOptions<DevelopmentIdentityProviderOptions> chosen, IServiceProvider services)
    : IPostConfigureOptions<ExternalProviderOptions>, IPostConfigureOptions<OpenIdConnectCodeOptions>
{
    public void PostConfigure(string? name, ExternalProviderOptions options)
    {
        if (Find(name) is not null && !options.IsOffered && string.IsNullOrEmpty(options.ClientSecret))
        {
            options.ClientId = DevelopmentClient.Id;
            options.ClientSecret = client.Secret;
            options.Authority = AuthorityOf(Find(name)!, "http://localhost");
        }
    }

    public void PostConfigure(string? name, OpenIdConnectCodeOptions options)
    {
        if (Find(name) is { } provider && options.ClientId == DevelopmentClient.Id)
        {
            options.Authority = AuthorityOf(provider, services.GetRequiredService<OwnAddress>().Find());
        }
    }

    private DevelopmentProvider? Find(string? scheme) => chosen.Value.StandsInFor.FirstOrDefault(provider => provider.Scheme == scheme);

    private static string AuthorityOf(DevelopmentProvider provider, string address) =>
        address + DevelopmentProvider.Root + provider.AuthorityPath;
}
