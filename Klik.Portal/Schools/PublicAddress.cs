using Klik.ParentAccess.Development.Hosting;
using Klik.Portal.Settings;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace Klik.Portal.Schools;

/// <summary>
/// Where people reach the portal: the setting, or in Development the address that the server listens on. Never a request's
/// Host header, which anybody can write.
/// </summary>
internal sealed class PublicAddress(IOptions<PortalOptions> options, IServer server)
{
    /// <summary>The address, ending in a slash.</summary>
    public Uri Value => options.Value.PublicUrl ?? FromServer();

    /// <summary>The setting; null in Development alone.</summary>
    public Uri? Configured => options.Value.PublicUrl;

    private Uri FromServer() => new(ListeningAddress.Choose(server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []) + "/");
}
