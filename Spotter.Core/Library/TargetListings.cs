using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Spotter.Core.Background;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Providers;
using Spotter.Core.Sync;

namespace Spotter.Core.Library;

/// <summary>
/// One look at the lists of an account's server, shared by the runs that were asked for before it: many wishes that come together cost one request, where
/// the server tells when a list was changed. A run that is alone reads its target instead, at the same price.
/// </summary>
public sealed class TargetListings(IDbContextFactory<SpotterDbContext> contexts, TimeProvider clock)
{
    /// <summary>A run that waited for longer has the lists looked at again.</summary>
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<int, Entry> _entries = new();

    /// <summary>Whether what is known since then was seen after the request: moments of requests are stored to the millisecond.</summary>
    internal static bool IsAfter(DateTimeOffset seenAt, DateTimeOffset requestedAt) => seenAt >= requestedAt + TimeSpan.FromMilliseconds(1);

    /// <summary>The user's own lists by id, as they stood after the run was asked for; null where no other run of the account waits and none has looked.</summary>
    internal async Task<IReadOnlyDictionary<string, TargetSummary>?> FindAsync(SyncLease lease, IPlaylistSyncer syncer, CancellationToken cancellationToken)
    {
        var entry = _entries.GetOrAdd(lease.AccountId, _ => new Entry());
        await entry.Gate.WaitAsync(cancellationToken);
        try
        {
            var now = clock.GetUtcNow();
            if (entry.Lists is null || !IsAfter(entry.SeenAt, lease.Request.RequestedAt) || !Recency.IsRecent(now, entry.SeenAt, GoodFor))
            {
                if (!await AreOthersWaitingAsync(lease, cancellationToken))
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
