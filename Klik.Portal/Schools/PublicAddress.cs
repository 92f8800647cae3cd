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

    private Uri FromServer()
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var address = addresses.FirstOrDefault(candidate => candidate.StartsWith("http:", StringComparison.Ordinal)) ?? addresses.FirstOrDefault();
        return address is null
            ? new Uri("http://localhost/")
            : new Uri(address.Replace("//[::]", "//localhost", StringComparison.Ordinal)
                .Replace("//0.0.0.0", "//localhost", StringComparison.Ordinal)
                .Replace("//*", "//localhost", StringComparison.Ordinal)
                .Replace("//+", "//localhost", StringComparison.Ordinal));
    }
}
