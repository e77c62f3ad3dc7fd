using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Spotter.Core.Accounts;
using Spotter.Core.Background;
using Spotter.Web.Settings;

namespace Spotter.Web.Access;

/// <summary>Whether a visitor who was let in is still welcome. Asked for every request with a cookie or a remembered password, by every circuit and by every stream.</summary>
public sealed class AccessCheck(Sessions sessions, DemoMode demo, IOptions<ServerOptions> server, IAccountScheduler scheduler, TimeProvider time)
{
    /// <summary>How old the music server's word may be while somebody is here. Then it is looked at again, which finds out whether the password still holds.</summary>
    public static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<int, DateTimeOffset> _lookedAt = new();

    /// <summary>Whether the visitor may be here.</summary>
    /// <param name="visitor">As they were let in.</param>
    /// <param name="isUse">Whether they are doing something at this moment.</param>
    /// <param name="cancellationToken">Stops the question.</param>
    public async Task<bool> HoldsAsync(Visitor visitor, bool isUse, CancellationToken cancellationToken)
    {
        // A cookie outlives a change of the server's address, and the users there are others. The demo's has another port at each start, and the same users.
        var serverUrl = demo.IsDemo ? null : server.Value.BaseUrl;
        var holds = await sessions.HoldsAsync(visitor.ToPresence(), serverUrl, isUse, cancellationToken);
        if (holds && isUse)
        {
            LookAtServer(visitor);
        }

        return holds;
    }

    /// <summary>The music server has just let somebody in: it need not be asked for a while.</summary>
    public void NoteSignedIn(int accountId) => _lookedAt[accountId] = time.GetUtcNow();

    // In the background: nobody waits for a server that is slow, and one that is away signs nobody out.
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
