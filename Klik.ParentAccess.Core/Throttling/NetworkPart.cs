using System.Net;
using System.Net.Sockets;

namespace Klik.ParentAccess.Core.Throttling;

/// <summary>The part of a network address that one household or school has: all of it in IPv4, the first 64 bits in IPv6.</summary>
public static class NetworkPart
{
    /// <summary>Gives it as text.</summary>
    public static string Of(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }
}
