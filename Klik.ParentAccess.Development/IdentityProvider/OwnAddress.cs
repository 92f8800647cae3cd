using Klik.ParentAccess.Development.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Klik.ParentAccess.Development.IdentityProvider;

/// <summary>
/// The address at which this host reaches itself. Known once the server listens, also where the port was left to it; the
/// setting <c>Development:IdentityProvider:BaseAddress</c> goes before.
/// </summary>
internal sealed class OwnAddress(IServer server, IConfiguration configuration)
{
    public string Find() =>
        configuration["Development:IdentityProvider:BaseAddress"] is { Length: > 0 } configured
            ? configured.TrimEnd('/')
            : ListeningAddress.Choose(server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []);
}
