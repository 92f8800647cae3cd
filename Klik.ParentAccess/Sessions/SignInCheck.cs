using Klik.ParentAccess.Core.Accounts;
using Microsoft.Extensions.Logging;
using OrchardCore.Modules;

namespace Klik.ParentAccess.Sessions;

/// <summary>Says once, when the tenant starts, where sign-in of parents cannot work; the settings page says the same.</summary>
internal sealed partial class SignInCheck(CallbackClashes clashes, ILogger<SignInCheck> logger) : ModularTenantEvents
{
    /// <inheritdoc/>
    public override async Task ActivatedAsync()
    {
        foreach (var provider in await clashes.FindAsync())
        {
            LogClash(provider);
        }
    }

    [LoggerMessage(2003, LogLevel.Error, "Another way to sign in to this site answers at the callback of {Provider} for parents; set another path for one of the two.")]
    private partial void LogClash(ExternalProvider provider);
}
