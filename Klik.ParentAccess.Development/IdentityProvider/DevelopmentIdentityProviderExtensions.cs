using Klik.ParentAccess.Web.Hardening;
using Klik.ParentAccess.Web.SignIn;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Klik.ParentAccess.Development.IdentityProvider;

/// <summary>Registers and maps the development identity provider: the same protocol as a real one, without passwords.</summary>
internal static class DevelopmentIdentityProviderExtensions
{
    private const string Stylesheet = "Klik.ParentAccess.Development.IdentityProvider.style.css";

    /// <summary>Adds what the provider needs, and lets every provider that is not set up be it.</summary>
    public static IServiceCollection AddDevelopmentIdentityProvider(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<DevelopmentClient>();
        services.TryAddSingleton<DevelopmentCodes>();
        services.TryAddSingleton<DevelopmentSigningKey>();
        services.TryAddSingleton<OwnAddress>();
        services.TryAddScoped<ReadyAccounts>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<ExternalProviderOptions>, DevelopmentProviderDefaults>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IPostConfigureOptions<OpenIdConnectCodeOptions>, DevelopmentProviderDefaults>());
        return services;
    }

    /// <summary>Maps the provider below <c>/dev/identity</c>.</summary>
    /// <exception cref="InvalidOperationException">The environment is not Development: anybody could be anyone.</exception>
    public static IEndpointConventionBuilder MapDevelopmentIdentityProvider(this IEndpointRouteBuilder routes)
    {
        if (!routes.ServiceProvider.GetRequiredService<IHostEnvironment>().IsDevelopment())
        {
            throw new InvalidOperationException("The development identity provider is for Development only.");
        }

        // The forms carry the authorization request instead of an antiforgery token; a real provider's are not ours either.
        var group = routes.MapGroup(DevelopmentProvider.Root).DisableAntiforgery().ExcludeFromDescription()
            .WithMetadata(new PageSources(PageHeaders.StrictSources, LeadsAnywhere: true));
        group.MapGet("/style.css", () => Results.Stream(Style(), "text/css; charset=utf-8"));
        foreach (var provider in DevelopmentProvider.All)
        {
            group.MapGet($"{provider.AuthorityPath}/.well-known/openid-configuration", (HttpRequest request) => DiscoveryEndpoint.Answer(provider, request));
            group.MapGet($"/{provider.Name}/jwks", (DevelopmentSigningKey key) => Results.Json(key.KeySet));
            group.MapGet($"/{provider.Name}/authorize", (HttpRequest request, ReadyAccounts accounts, CancellationToken cancellationToken) =>
                AuthorizeEndpoint.ShowAsync(provider, request, accounts, cancellationToken));
            group.MapPost($"/{provider.Name}/authorize", (HttpRequest request, ReadyAccounts accounts, DevelopmentCodes codes, CancellationToken cancellationToken) =>
                AuthorizeEndpoint.ChooseAsync(provider, request, accounts, codes, cancellationToken));
            group.MapPost($"/{provider.Name}/token", (HttpRequest request, DevelopmentClient client, DevelopmentCodes codes, DevelopmentSigningKey key, TimeProvider timeProvider, CancellationToken cancellationToken) =>
                CodeExchangeEndpoint.AnswerAsync(provider, request, client, codes, key, timeProvider, cancellationToken));
        }

        return group;
    }

    private static Stream Style() =>
        typeof(DevelopmentIdentityProviderExtensions).Assembly.GetManifestResourceStream(Stylesheet)
        ?? throw new InvalidOperationException("The stylesheet is not embedded.");
}
