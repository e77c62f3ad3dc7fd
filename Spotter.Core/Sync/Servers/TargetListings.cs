using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Spotter.Core.Background;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;

namespace Spotter.Core.Sync.Servers;

/// <summary>
/// One listing of an account's playlists on the server, shared by the runs that were requested before it: many requests at once cost one
/// call, if the server reports when a list was changed. A run that is alone reads its target instead, which costs the same unless the
/// target is long.
/// </summary>
public sealed class TargetListings(IDbContextFactory<SpotterDbContext> contexts, TimeProvider clock)
{
    /// <summary>Targets with at least this many songs are read only if the listing says that they have changed. At about a hundred bytes
    /// per song, such a target is larger than the whole listing.</summary>
    private const int Long = 500;

    /// <summary>Listings older than this are read again.</summary>
    private static readonly TimeSpan GoodFor = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<int, Entry> _entries = new();

    /// <summary>The user's own lists by id, as they were after the run was requested. Null if reading the target itself costs no
    /// more.</summary>
    /// <param name="lease">The run.</param>
    /// <param name="songCount">How many songs its target has, as far as known.</param>
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
