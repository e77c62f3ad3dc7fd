using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Spotter.Core.Accounts;
using Spotter.Core.Background;

namespace Spotter.Web.Access;

/// <summary>Remembers that the music server accepted a name and password, so that a script's every call need not ask it. Keeps a keyed hash, never the password.</summary>
public sealed class BasicCredentialCache(TimeProvider time)
{
    /// <summary>How long an answer holds: a password changed on the server opens the API for no longer than this.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    /// <summary>How long a program counts as one that was let in before, which no guesses of others keep out.</summary>
    public static readonly TimeSpan KnownFor = TimeSpan.FromDays(7);

    private const int PruneAbove = 1_000;

    // Random for each start: a hash that leaks from memory cannot be tried against word lists elsewhere.
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly ConcurrentDictionary<string, Entry> _known = new(StringComparer.Ordinal);

    public Visitor? Find(Credentials credentials)
        => _known.TryGetValue(Hash(credentials), out var entry) && time.IsRecent(entry.At, Lifetime) ? entry.Visitor : null;

    /// <summary>What stands for exactly this name and password where they were accepted before, or null: no guess.</summary>
    public string? FindDevice(Credentials credentials)
    {
        var hash = Hash(credentials);
        return _known.TryGetValue(hash, out var entry) && time.IsRecent(entry.At, KnownFor) ? hash : null;
    }

    public void Remember(Credentials credentials, Visitor visitor)
    {
        var now = time.GetUtcNow();
        _known[Hash(credentials)] = new Entry(visitor, now);
        if (_known.Count > PruneAbove)
        {
            foreach (var old in _known.Where(entry => !Recency.IsRecent(now, entry.Value.At, KnownFor)))
            {
                _known.TryRemove(old);
            }
        }
    }

    private string Hash(Credentials credentials)
        => Convert.ToHexString(HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes($"{credentials.UserName}\0{credentials.Password}")));

    private sealed record Entry(Visitor Visitor, DateTimeOffset At);
}
