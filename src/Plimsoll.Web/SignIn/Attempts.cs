using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Plimsoll.Web.SignIn.Store;

namespace Plimsoll.Web.SignIn;

/// <summary>
/// How often one address may fail, and how often letters may be asked for. Kept in this process: it slows guessing
/// down; what must hold on every node is the lock on the account itself.
/// </summary>
public sealed class Attempts : IDisposable
{
    private readonly PartitionedRateLimiter<string> _failures = Per(
        TimeSpan.FromMinutes(10),
        most: 30
    );
    private readonly PartitionedRateLimiter<string> _strangers = Per(
        TimeSpan.FromMinutes(10),
        Lockout.MostFailures
    );
    private readonly PartitionedRateLimiter<string> _letters = Per(TimeSpan.FromHours(1), most: 4);
    private readonly PartitionedRateLimiter<string> _askers = Per(TimeSpan.FromHours(1), most: 20);

    /// <summary>Whether this address has failures left.</summary>
    public bool MayTry(string from)
    {
        using var lease = _failures.AttemptAcquire(from, permitCount: 0);
        return lease.IsAcquired;
    }

    public void Failed(string from) => Take(_failures, from);

    /// <summary>A name that is not known here is locked as a known one is, so that the two look the same.</summary>
    public bool StrangerMayTry(string email) => Take(_strangers, Key(email));

    public bool MayAskForLetter(string from, string email) =>
        Take(_askers, from) && Take(_letters, Key(email));

    /// <summary>Where a request comes from; an IPv6 customer has a whole /64.</summary>
    public static string From(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is not { } address)
            return "-";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? new IPAddress([.. address.GetAddressBytes()[..8], .. new byte[8]]).ToString()
            : address.ToString();
    }

    public void Dispose()
    {
        _failures.Dispose();
        _strangers.Dispose();
        _letters.Dispose();
        _askers.Dispose();
    }

    private static string Key(string email) => Account.NameOf(email);

    private static bool Take(PartitionedRateLimiter<string> limiter, string key)
    {
        using var lease = limiter.AttemptAcquire(key);
        return lease.IsAcquired;
    }

    private static PartitionedRateLimiter<string> Per(TimeSpan window, int most) =>
        PartitionedRateLimiter.Create<string, string>(key =>
            RateLimitPartition.GetSlidingWindowLimiter(
                key,
                _ => new SlidingWindowRateLimiterOptions
                {
                    Window = window,
                    SegmentsPerWindow = 5,
                    PermitLimit = most,
                    QueueLimit = 0,
                }
            )
        );
}
