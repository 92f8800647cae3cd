using System.Security.Cryptography;
using Klik.ParentAccess.Models;
using Klik.ParentAccess.Web.SignIn;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OrchardCore.Settings;

namespace Klik.ParentAccess.Sessions;

/// <summary>Sets up the providers that the administrator filled in; what is filled in goes before the configuration.</summary>
internal sealed partial class SiteProviders(ISiteService sites, IDataProtectionProvider protection, ILogger<SiteProviders> logger)
    : IPostConfigureOptions<ExternalProviderOptions>
{
    public void PostConfigure(string? name, ExternalProviderOptions options)
    {
        if (Find(name) is not { ClientId: { Length: > 0 } clientId, ProtectedSecret: { Length: > 0 } secret })
        {
            return;
        }

        try
        {
            options.ClientSecret = protection.CreateProtector(ParentSignInSettings.ProtectorName).Unprotect(secret);
            options.ClientId = clientId;
        }
        catch (CryptographicException)
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
