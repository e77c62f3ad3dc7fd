using System.Net;
using System.Net.Sockets;
using Spotter.Core.Background;

namespace Spotter.Web.Access;

/// <summary>
/// Limits how fast passwords can be guessed. A try counts as a failure from its beginning and is removed if it was not one, so that many
/// tries at once cannot bypass the limit. Kept in memory: a restart clears it.
/// </summary>
public sealed class SignInThrottle(TimeProvider time)
{
    /// <summary>Allowed failures of one name from one address within the window.</summary>
    public const int FailuresByNameAndAddress = 5;

    /// <summary>Allowed failures of a known device or program within the window. Other people's failures do not affect it.</summary>
    public const int FailuresByDevice = 5;

    /// <summary>Allowed failures from one address within the window. More, since a household or a proxy shares one.</summary>
    public const int FailuresByAddress = 20;

    /// <summary>Allowed failures of one name from all unknown addresses together. Far more, since the limit locks the owner out of a new
    /// device.</summary>
    public const int FailuresByName = 100;

    /// <summary>How long a failure counts.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private const int PruneAbove = 1_000;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, List<Entry>> _entries = new(StringComparer.OrdinalIgnoreCase);
    private TaskCompletionSource _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>
    /// Begins a try. If the limit is reached by tries that are still in progress, it waits for those, which may all succeed.
    /// </summary>
    /// <param name="userName">The name that is tried.</param>
    /// <param name="address">The client's address.</param>
    /// <param name="device">The secret of a device or program that was let in with this name before, or null.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <returns>The try, or the time of the next allowed one; exactly one of the two.</returns>
    public async Task<(SignInTry? Try, DateTimeOffset? NextTry)> BeginAsync(
        string userName, IPAddress? address, string? device, CancellationToken cancellationToken)
    {
        var limits = LimitsOf(userName.Trim(), AddressKey(address), device);
        while (true)
        {
            Task settled;
            lock (_gate)
            {
                var now = time.GetUtcNow();
                if (limits.Select(limit => NextTry(limit.Key, limit.Allowed, now)).Max() is { } nextTry)
                {
                    return (null, nextTry);
                }

                if (limits.All(limit => Recent(limit.Key, now).Count < limit.Allowed))
                {
                    return (Count(limits, now), null);
                }

                settled = _settled.Task;
            }

            await settled.WaitAsync(cancellationToken);
        }
    }

    /// <summary>The try has failed and keeps counting.</summary>
    public void NoteFailure(SignInTry failed) => Settle(failed, entry => entry with { IsPending = false });

    /// <summary>The outcome is unknown, so the try does not count.</summary>
    public void GiveBack(SignInTry unknown) => Settle(unknown, _ => null);

    /// <summary>
    /// The try has succeeded. Earlier failures of the name at that address, or of the device, are cleared, but not those of the address:
    /// somebody who knows one account may still be guessing others.
    /// </summary>
    public void Forgive(SignInTry right)
    {
        lock (_gate)
        {
            _entries.Remove(right.Keys[0]);
        }

        GiveBack(right);
    }

    // The first key is the one that a successful try clears.
    private static (string Key, int Allowed)[] LimitsOf(string userName, string address, string? device) => device is not null
        ? [($"device:{device}", FailuresByDevice)]
        :
        [
            ($"both:{address}:{userName}", FailuresByNameAndAddress),
            ($"address:{address}", FailuresByAddress),
            ($"name:{userName}", FailuresByName),
        ];

    // An IPv6 network has billions of addresses, so its first 64 bits stand for it.
    private static string AddressKey(IPAddress? address) => address switch
    {
        null => "unknown",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes()[..8]),
        _ => address.ToString(),
    };

    private SignInTry Count((string Key, int Allowed)[] limits, DateTimeOffset now)
    {
        foreach (var (key, _) in limits)
        {
            if (!_entries.TryGetValue(key, out var entries))
            {
                _entries[key] = entries = [];
            }

            entries.Add(new Entry(now, IsPending: true));
        }

        if (_entries.Count > PruneAbove)
        {
            foreach (var key in _entries.Keys.Where(key => Recent(key, now).Count == 0).ToList())
            {
                _entries.Remove(key);
            }
        }

        return new SignInTry(now, [.. limits.Select(limit => limit.Key)]);
    }

    private void Settle(SignInTry ended, Func<Entry, Entry?> change)
    {
        lock (_gate)
        {
            foreach (var entries in ended.Keys.Select(key => _entries.GetValueOrDefault(key)).OfType<List<Entry>>())
            {
                var pending = new Entry(ended.At, IsPending: true);
                if (entries.Remove(pending) && change(pending) is { } changed)
                {
                    entries.Add(changed);
                    entries.Sort((one, other) => one.At.CompareTo(other.At));
                }
            }

            var settled = _settled;
            _settled = new(TaskCreationOptions.RunContinuationsAsynchronously);
            settled.SetResult();
        }
    }

    /// <summary>When the completed failures allow another try, or null for now.</summary>
    private DateTimeOffset? NextTry(string key, int allowed, DateTimeOffset now)
    {
        var failures = Recent(key, now).Where(entry => !entry.IsPending).ToList();
        return failures.Count >= allowed ? failures[^allowed].At + Window : null;
    }

    private List<Entry> Recent(string key, DateTimeOffset now)
    {
        if (!_entries.TryGetValue(key, out var entries))
        {
            return [];
        }

        entries.RemoveAll(entry => !entry.IsPending && !Recency.IsRecent(now, entry.At, Window));
        return entries;
    }

    private sealed record Entry(DateTimeOffset At, bool IsPending);
}
