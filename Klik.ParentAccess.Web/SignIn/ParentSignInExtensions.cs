using Klik.ParentAccess.Web.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Registers sign-in with Google, Microsoft and the school's own provider.</summary>
public static class ParentSignInExtensions
{
    /// <summary>
    /// Adds a scheme of <see cref="ParentSignInSchemes"/> for each provider that is set up; none holds static state, so
    /// each tenant can have its own. Wrong settings stop the start with a sentence that names them, unless
    /// <see cref="ParentSignInOptions.LeavesOutWrongProviders"/>.
    /// </summary>
    /// <param name="builder">The authentication of the host or tenant.</param>
    /// <param name="configuration">Where <c>ParentAccess:Providers</c> and <c>ParentAccess:StudentSignIn</c> are.</param>
    /// <param name="configure">What the host decides; <see cref="ParentSignInOptions.SignInScheme"/> is needed.</param>
    public static AuthenticationBuilder AddParentSignIn(
        this AuthenticationBuilder builder, IConfiguration configuration, Action<ParentSignInOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configuration);
        var services = builder.Services;
        services.AddOptions<ParentSignInOptions>().Configure(configure).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<ProvidersSetUp>();
        services.TryAddSingleton<IParentSignInProviders, ParentSignInProviders>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ExternalProviderOptions>, ExternalProviderOptionsValidator>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<AuthenticationOptions>, ConfigureSignInSchemes>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<OpenIdConnectCodeOptions>, ConfigureOpenIdConnectCodeOptions>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<
            IPostConfigureOptions<OpenIdConnectCodeOptions>, OAuthPostConfigureOptions<OpenIdConnectCodeOptions, OpenIdConnectCodeHandler>>());
        services.TryAddTransient<OpenIdConnectCodeHandler>();
        foreach (var scheme in ParentSignInSchemes.All)
        {
            services.AddOptions<ExternalProviderOptions>(scheme)
                .Bind(configuration.GetSection(ExternalProviderSettings.SectionOf(scheme)))
                .ValidateOnStart();
            services.AddOptions<OpenIdConnectCodeOptions>(scheme).Validate(options =>
            {
                options.Validate(scheme);
                return true;
            });
        }

        return builder;
    }
}
