using System.Collections.Concurrent;
using Spotter.Core.Accounts;

namespace Spotter.Navidrome.Native;

/// <summary>The sessions of this process, by user. They are not stored.</summary>
internal sealed class NativeSessions
{
    private readonly ConcurrentDictionary<string, NativeSession> _sessions = new(StringComparer.OrdinalIgnoreCase);

    public NativeSession Of(Credentials credentials) => _sessions.GetOrAdd(credentials.UserName, _ => new NativeSession());
}
