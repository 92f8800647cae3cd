using System.Net;

namespace Klik.ParentAccess.Development.Hosting;

/// <summary>Which of the addresses that a server listens on a program on the same machine reaches it at.</summary>
public static class ListeningAddress
{
    private const string Fallback = "http://localhost";

    /// <summary>Plain http on loopback before https, and either before an address of the network; any address is also loopback.</summary>
    public static string Choose(IEnumerable<string> addresses) =>
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
