using Microsoft.AspNetCore.Authentication.OAuth;

namespace Klik.ParentAccess.Web.SignIn;

/// <summary>
/// One scheme of <see cref="ParentSignInSchemes"/> at work. Filled from <see cref="ExternalProviderOptions"/> and
/// <see cref="ParentSignInOptions"/>; read at the first request, so that a host may still change <see cref="Authority"/> then.
/// </summary>
public sealed class OpenIdConnectCodeOptions : OAuthOptions
{
    private readonly Lazy<ProviderMetadata> _metadata;

    /// <summary>Sets what is the same for every provider.</summary>
    public OpenIdConnectCodeOptions()
    {
        // Never used: the addresses come from the discovery document. OAuthOptions wants some.
        AuthorizationEndpoint = TokenEndpoint = "discovered";
        UsePkce = true;
        SaveTokens = false;
        BackchannelTimeout = TimeSpan.FromSeconds(10);
        // A provider that answers with a redirect is not believed to know where.
        BackchannelHttpHandler = new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(15) };
        // A parent may have to look up a password or a telephone for the second factor.
        RemoteAuthenticationTimeout = TimeSpan.FromHours(1);
        Events = new OpenIdConnectCodeEvents();
        Scope.Add("openid");
        Scope.Add("email");
        Scope.Add("profile");
        _metadata = new(() => new ProviderMetadata(this));
    }

    /// <summary>The address below which <c>/.well-known/openid-configuration</c> is, without a slash at the end.</summary>
    public string Authority { get; set; } = "";

    /// <summary>How far the provider's clock may differ from ours.</summary>
    public TimeSpan ClockSkew { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>How long must be between two refreshes of the key set for an unknown key.</summary>
    public TimeSpan KeyRefreshInterval { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>See <see cref="ParentSignInOptions.CallbackPathBase"/>.</summary>
    internal string? CallbackPathBase { get; set; }

    /// <summary>The page for problems, see <see cref="ParentSignInOptions.ProblemPath"/>.</summary>
    internal string ProblemPath { get; set; } = "/";

    /// <summary>What this provider's ID tokens mean.</summary>
    internal IdTokenProfile Profile { get; set; } = IdTokenProfile.School;

    internal ProviderMetadata Metadata => _metadata.Value;

    internal TimeProvider Clock => TimeProvider ?? TimeProvider.System;
}
