using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Spotter.Core.Background;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;

namespace Spotter.Core.Sync.Servers;

/// <summary>
/// One look at the lists of an account's server, shared by the runs that were asked for before it: many wishes that come together cost one request, where
/// the server tells when a list was changed. A run that is alone reads its target instead, at the same price, unless that is long.
/// </summary>
public sealed class TargetListings(IDbContextFactory<SpotterDbContext> contexts, TimeProvider clock)
{
    /// <summary>From how many songs on a target is not read before the lists say that it was changed: with some hundred bytes a song it is more than all lists together.</summary>
    private const int Long = 500;

    /// <summary>A run that waited for longer has the lists looked at again.</summary>
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<int, Entry> _entries = new();

    /// <summary>The user's own lists by id, as they stood after the run was asked for; null where reading the target itself costs no more.</summary>
    /// <param name="lease">The run.</param>
    /// <param name="songCount">How many songs its target has, for all that is known.</param>
    /// <param name="syncer">The server.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    internal async Task<IReadOnlyDictionary<string, TargetSummary>?> FindAsync(
        SyncLease lease, int songCount, IPlaylistSyncer syncer, CancellationToken cancellationToken)
    {
        var entry = _entries.GetOrAdd(lease.AccountId, _ => new Entry());
        await entry.Gate.WaitAsync(cancellationToken);
        try
        {
            var now = clock.GetUtcNow();
            if (entry.Lists is null || !Recency.IsAfter(entry.SeenAt, lease.Request.RequestedAt) || !Recency.IsRecent(now, entry.SeenAt, GoodFor))
            {
                if (songCount < Long && !await AreOthersWaitingAsync(lease, cancellationToken))
                {
                    return null;
                }

                entry.Lists = (await syncer.ListTargetsAsync(cancellationToken)).Where(list => list.IsOwn)
                    .DistinctBy(list => list.Id).ToDictionary(list => list.Id, StringComparer.Ordinal);
                entry.SeenAt = now;
            }

            return entry.Lists;
        }
        finally
        {
            entry.Gate.Release();
        }
    }

    private async Task<bool> AreOthersWaitingAsync(SyncLease lease, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Playlists.AnyAsync(
            p => p.AccountId == lease.AccountId && p.Status == SyncStatus.Pending && p.SyncWantedAt != null && p.Id != lease.PlaylistId, cancellationToken);
    }

    private sealed class Entry
    {
        public SemaphoreSlim Gate { get; } = new(1);

        public Dictionary<string, TargetSummary>? Lists { get; set; }

        public DateTimeOffset SeenAt { get; set; }
    }
}
