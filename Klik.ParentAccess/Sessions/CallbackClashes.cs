using Klik.ParentAccess.Core.Accounts;
using Klik.ParentAccess.Web.SignIn;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Klik.ParentAccess.Sessions;

/// <summary>
/// Finds other ways to sign in to the tenant that answer at the path of a callback of ours, as Orchard's own Google login does
/// unless it is told otherwise: whichever comes first takes the other's answers, and neither can be relied on.
/// </summary>
internal sealed class CallbackClashes(IAuthenticationSchemeProvider schemes, IServiceProvider services)
{
    /// <summary>The providers of parents whose callback somebody else answers too.</summary>
    public async Task<IReadOnlyList<ExternalProvider>> FindAsync()
    {
        var callbacks = (await schemes.GetRequestHandlerSchemesAsync())
            .Select(scheme => (scheme.Name, Path: PathOf(scheme)))
            .Where(callback => callback.Path is not null)
            .ToList();
        return [.. new[] { ExternalProvider.Google, ExternalProvider.Microsoft }.Where(provider =>
        {
            var scheme = ParentSignInSchemes.Of(provider);
            var own = callbacks.Find(callback => callback.Name == scheme).Path;
            return own is not null && callbacks.Exists(other => other.Name != scheme && own.Equals(other.Path, StringComparison.OrdinalIgnoreCase));
        })];
    }

    private string? PathOf(AuthenticationScheme scheme)
    {
        for (var type = scheme.HandlerType; type is not null; type = type.BaseType)
        {
            if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(RemoteAuthenticationHandler<>))
            {
                var monitor = typeof(IOptionsMonitor<>).MakeGenericType(type.GetGenericArguments());
                return ((IOptionsMonitor<RemoteAuthenticationOptions>)services.GetRequiredService(monitor)).Get(scheme.Name).CallbackPath.Value;
            }
        }

        return null;
    }
}
