using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Klik.Portal.Development.IdentityProvider;

/// <summary>
/// The address at which this portal reaches itself. Known once the server listens, also where the port was left to it; the
/// setting <c>Development:IdentityProvider:BaseAddress</c> goes before.
/// </summary>
internal sealed class OwnAddress(IServer server, IConfiguration configuration)
{
    private const string Fallback = "http://localhost";

    public string Find() =>
        configuration["Development:IdentityProvider:BaseAddress"] is { Length: > 0 } configured
            ? configured.TrimEnd('/')
            : Choose(server.Features.Get<IServerAddressesFeature>()?.Addresses ?? []);

    /// <summary>Plain http on loopback before https, and either before an address of the network; any address is also loopback.</summary>
    internal static string Choose(IEnumerable<string> addresses) =>
        addresses.Select(BindingAddress.Parse)
            .Where(address => !address.IsUnixPipe && !address.IsNamedPipe)
            .OrderBy(address => IsLocal(address) ? 0 : 1)
            .ThenBy(address => address.Scheme == Uri.UriSchemeHttp ? 0 : 1)
            .Select(address => $"{address.Scheme}://{(IsAny(address) ? "localhost" : address.Host)}:{address.Port}{address.PathBase.TrimEnd('/')}")
            .FirstOrDefault(Fallback);

    private static bool IsLocal(BindingAddress address) =>
        IsAny(address)
        || address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));

    private static bool IsAny(BindingAddress address) => address.Host is "*" or "+" or "0.0.0.0" or "[::]";
}
