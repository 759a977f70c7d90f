using System.Net;
using System.Net.Sockets;

namespace Plimsoll.Web.Platform.Http;

/// <summary>
/// Whether an address lies in the open internet. Everything that leads into somebody's own network does not: loopback,
/// private and shared ranges, link-local (where clouds keep their metadata), multicast, and the ways in which IPv6 wraps
/// an IPv4 address.
/// </summary>
public static class PublicAddress
{
    private static readonly IPNetwork[] ClosedV4 = Networks(
        "0.0.0.0/8", // this network
        "10.0.0.0/8", // private
        "100.64.0.0/10", // shared by a carrier's customers
        "127.0.0.0/8", // loopback
        "168.63.129.16/32", // a cloud's own server, for all its public look
        "169.254.0.0/16", // link-local, metadata
        "172.16.0.0/12", // private
        "192.0.0.0/24", // protocols
        "192.0.2.0/24", // documentation
        "192.88.99.0/24", // 6to4 relays
        "192.168.0.0/16", // private
        "198.18.0.0/15", // benchmarks
        "198.51.100.0/24", // documentation
        "203.0.113.0/24", // documentation
        "224.0.0.0/4", // multicast
        "240.0.0.0/4" // reserved, broadcast
    );

    private static readonly IPNetwork[] ClosedV6 = Networks(
        "2001::/23", // protocols, Teredo among them
        "2001:db8::/32", // documentation
        "2002::/16", // 6to4: an IPv4 address in disguise
        "3fff::/20" // documentation
    );

    public static bool Is(IPAddress address) =>
        address.AddressFamily switch
        {
            AddressFamily.InterNetwork => !Array.Exists(ClosedV4, n => n.Contains(address)),
            AddressFamily.InterNetworkV6 => IsGivenOut(address)
                && !Array.Exists(ClosedV6, n => n.Contains(address)),
            _ => false,
        };

    /// <summary>
    /// Of IPv6 only what is given out to the world, 2000::/3: loopback, unique local, link-local, multicast and NAT64
    /// addresses all lie outside of it, and those of IPv4 in disguise.
    /// </summary>
    private static bool IsGivenOut(IPAddress address) =>
        !address.IsIPv4MappedToIPv6 && (address.GetAddressBytes()[0] & 0xE0) == 0x20;

    private static IPNetwork[] Networks(params string[] texts) =>
        [.. texts.Select(t => IPNetwork.Parse(t))];
}
