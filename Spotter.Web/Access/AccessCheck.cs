using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Spotter.Core.Accounts;
using Spotter.Core.Background;
using Spotter.Web.Settings;

namespace Spotter.Web.Access;

/// <summary>Checks whether a visitor who was let in is still signed in. Used for every request with a cookie or a remembered password, and
/// by every circuit and stream.</summary>
public sealed class AccessCheck(Sessions sessions, DemoMode demo, IOptions<ServerOptions> server, IAccountScheduler scheduler, TimeProvider time)
{
    /// <summary>How old the music server's last answer may be while somebody is active. After that the server is checked again, which shows
    /// whether the password is still valid.</summary>
    public static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<int, DateTimeOffset> _lookedAt = new();

    /// <summary>Whether the visitor is still signed in.</summary>
    /// <param name="visitor">The visitor as they were let in.</param>
    /// <param name="isUse">Whether they are doing something right now.</param>
    /// <param name="cancellationToken">Stops the check.</param>
    public async Task<bool> HoldsAsync(Visitor visitor, bool isUse, CancellationToken cancellationToken)
    {
        // A cookie outlives a change of the server's address, and the new server has other users. The demo has another port at each start,
        // but the same users.
        var serverUrl = demo.IsDemo ? null : server.Value.BaseUrl;
        var holds = await sessions.HoldsAsync(visitor.ToPresence(), serverUrl, isUse, cancellationToken);
        if (holds && isUse)
        {
            LookAtServer(visitor);
        }

        return holds;
    }

    /// <summary>Records that the music server has just accepted this account, so that it need not be asked for a while.</summary>
    public void NoteSignedIn(int accountId) => _lookedAt[accountId] = time.GetUtcNow();

    // In the background: nobody waits for a slow server, and an unavailable one signs nobody out.
    private void LookAtServer(Visitor visitor)
    {
        var now = time.GetUtcNow();
        if (_lookedAt.TryGetValue(visitor.AccountId, out var before)
            ? !Recency.IsRecent(now, before, FreshFor) && _lookedAt.TryUpdate(visitor.AccountId, now, before)
            : _lookedAt.TryAdd(visitor.AccountId, now))
        {
            scheduler.NudgeAccount(visitor.AccountId, visitor.Name);
        }
    }
}
