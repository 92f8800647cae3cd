using Klik.ParentAccess.Models;
using Klik.ParentAccess.Web.SignIn;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OrchardCore.Settings;

namespace Klik.ParentAccess.Sessions;

/// <summary>Sets up the providers that the administrator filled in; what is filled in goes before the configuration.</summary>
internal sealed partial class SiteProviders(ISiteService sites, ProviderSecrets secrets, ILogger<SiteProviders> logger)
    : IConfigureNamedOptions<ExternalProviderOptions>
{
    public void Configure(ExternalProviderOptions options) => Configure(Options.DefaultName, options);

    public void Configure(string? name, ExternalProviderOptions options)
    {
        var provider = Find(name);
        if (provider is { CallbackPath: { Length: > 0 } callbackPath })
        {
            options.CallbackPath = callbackPath;
        }

        if (provider is not { ClientId: { Length: > 0 } clientId, ProtectedSecret: { Length: > 0 } secret })
        {
            return;
        }

        if (secrets.Read(secret) is { } clientSecret)
        {
            (options.ClientId, options.ClientSecret) = (clientId, clientSecret);
        }
        else
        {
            // Its keys are gone. The others still work; this one has to be filled in again.
            LogUnreadable(name!);
        }
    }

    private ParentSignInProvider? Find(string? scheme) => scheme switch
    {
        ParentSignInSchemes.Google => sites.GetSettings<ParentSignInSettings>().Google,
        ParentSignInSchemes.Microsoft => sites.GetSettings<ParentSignInSettings>().Microsoft,
        _ => null,
    };

    [LoggerMessage(2002, LogLevel.Error, "The secret of {Scheme} cannot be read any more; fill it in again.")]
    private partial void LogUnreadable(string scheme);
}
