using System.Net;
using System.Net.Sockets;

namespace Spotter.Web.Hosting;

/// <summary>Counts failed sign-ins by name and by address, and asks for patience where there were too many. In memory: a restart forgives.</summary>
public sealed class SignInThrottle(TimeProvider time)
{
    /// <summary>Failures of one name within the window.</summary>
    public const int FailuresByName = 5;

    /// <summary>Failures from one address within the window: more, since a household or a proxy shares one.</summary>
    public const int FailuresByAddress = 20;

    /// <summary>How long a failure counts.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private const int PruneAbove = 1_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Queue<DateTimeOffset>> _failures = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>When the next try is allowed, or null for now.</summary>
    public DateTimeOffset? FindNextTry(string userName, IPAddress? address)
    {
        lock (_gate)
        {
            var byName = NextTry(NameKey(userName), FailuresByName);
            var byAddress = NextTry(AddressKey(address), FailuresByAddress);
            return byName > byAddress ? byName : byAddress ?? byName;
        }
    }

    public void CountFailure(string userName, IPAddress? address)
    {
        lock (_gate)
        {
            Count(NameKey(userName));
            Count(AddressKey(address));
            if (_failures.Count > PruneAbove)
            {
                foreach (var key in _failures.Keys.Where(key => Recent(key) is null).ToList())
                {
                    _failures.Remove(key);
                }
            }
        }
    }

    /// <summary>The right password forgives the name's failures, not the address's: who knows one account may still be guessing others.</summary>
    public void Forgive(string userName)
    {
        lock (_gate)
        {
            _failures.Remove(NameKey(userName));
        }
    }

    private static string NameKey(string userName) => $"name:{userName.Trim()}";

    // An IPv6 network hands out addresses by the billion: its first 64 bits stand for it.
    private static string AddressKey(IPAddress? address) => address switch
    {
        null => "address:unknown",
        { IsIPv4MappedToIPv6: true } => $"address:{address.MapToIPv4()}",
        { AddressFamily: AddressFamily.InterNetworkV6 } => $"address:{Convert.ToHexString(address.GetAddressBytes()[..8])}",
        _ => $"address:{address}",
    };

    private DateTimeOffset? NextTry(string key, int allowed)
        => Recent(key) is { } recent && recent.Count >= allowed ? recent.ElementAt(recent.Count - allowed) + Window : null;

    private void Count(string key)
    {
        if (!_failures.TryGetValue(key, out var failures))
        {
            _failures[key] = failures = new Queue<DateTimeOffset>();
        }

        failures.Enqueue(time.GetUtcNow());
    }

    private Queue<DateTimeOffset>? Recent(string key)
    {
        if (!_failures.TryGetValue(key, out var failures))
        {
            return null;
        }

        var since = time.GetUtcNow() - Window;
        while (failures.TryPeek(out var at) && at <= since)
        {
            failures.Dequeue();
        }

        return failures.Count == 0 ? null : failures;
    }
}
