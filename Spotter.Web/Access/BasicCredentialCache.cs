using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Spotter.Core.Accounts;
using Spotter.Core.Background;

namespace Spotter.Web.Access;

/// <summary>Remembers that the music server accepted a name and password, so that it is not asked for every call of a script. Keeps a keyed
/// hash, never the password.</summary>
public sealed class BasicCredentialCache(TimeProvider time)
{
    /// <summary>How long an answer is valid: after a password change on the server, the old one opens the API for at most this
    /// long.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    /// <summary>How long a program counts as known, so that other people's guesses cannot lock it out.</summary>
    public static readonly TimeSpan KnownFor = TimeSpan.FromDays(7);

    private const int PruneAbove = 1_000;

    // Random at each start: a hash that leaks from memory cannot be tested against word lists elsewhere.
    private readonly byte[] _key = RandomNumberGenerator.GetBytes(32);
    private readonly ConcurrentDictionary<string, Entry> _known = new(StringComparer.Ordinal);

    public Visitor? Find(Credentials credentials)
        => _known.TryGetValue(Hash(credentials), out var entry) && time.IsRecent(entry.At, Lifetime) ? entry.Visitor : null;

    /// <summary>An id for exactly this name and password if they were accepted before, or null. It means that this try is not a
    /// guess.</summary>
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
