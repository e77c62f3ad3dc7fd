using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Events;
using Spotter.Core.Facts;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Sync;
using Spotter.Core.Targets;
using Spotter.Core.Tracks;

namespace Spotter.Core.Sources;

/// <summary>
/// Stores playlists from all sources: a new row, or the difference from the stored one. Rows that stay keep their match. Imports by users
/// go through <see cref="PlaylistImports"/>.
/// </summary>
public sealed class PlaylistStore(
    IDbContextFactory<SpotterDbContext> contexts, SyncRequests requests, SafetyRulesFactory safety, SyncEventLog log, EventBus bus, TimeProvider clock)
{
    /// <summary>
    /// Stores what a connection reads, whatever it loses: the safety rules of the sync hold a change of the target back, with its plan.
    /// Nothing is logged if nothing changed.
    /// </summary>
    /// <param name="connection">The connection that keeps it current.</param>
    /// <param name="playlist">The playlist from the source.</param>
    /// <param name="trigger">Who asks.</param>
    /// <param name="cancellationToken">Stops before anything is stored.</param>
    public Task<ImportResult> FollowAsync(SourceConnection connection, SourcePlaylist playlist, SyncTrigger trigger, CancellationToken cancellationToken)
        => FollowAsync(
            PlaylistOrigin.Of(connection, trigger), playlist,
            // It may have been disconnected during the read.
            (db, ct) => db.SourceConnections.AnyAsync(c => c.Id == connection.Id, ct), cancellationToken);

    /// <summary>The same for anything else that keeps a playlist current.</summary>
    /// <param name="origin">Its owner, and who brings it.</param>
    /// <param name="playlist">Its current content.</param>
    /// <param name="settleAsync">Stores what belongs to it in the same transaction. False if nothing may be stored any more.</param>
    /// <param name="cancellationToken">Stops before anything is stored.</param>
    internal async Task<ImportResult> FollowAsync(
        PlaylistOrigin origin, SourcePlaylist playlist, Func<SpotterDbContext, CancellationToken, Task<bool>> settleAsync, CancellationToken cancellationToken)
    {
        var (result, stored) = await contexts.WriteAsync<(ImportResult, StoredPlaylist?)>(
            async db =>
            {
                var change = await CompareAsync(db, origin with { IsFollowed = true }, playlist, cancellationToken);
                if (!await settleAsync(db, cancellationToken))
                {
                    await db.Database.RollbackTransactionAsync(cancellationToken);
                    return (new(change.Row?.Id, change.Plan, IsStored: false), null);
                }

                var stored = await StoreAsync(db, change, cancellationToken);
                return (stored.Result, stored);
            },
            cancellationToken);
        if (stored is not null)
        {
            Announce(stored);
        }

        return result;
    }

    /// <summary>Compares a playlist from a source with the stored one.</summary>
    internal async Task<PlaylistChange> CompareAsync(SpotterDbContext db, PlaylistOrigin origin, SourcePlaylist playlist, CancellationToken cancellationToken)
    {
        var row = await db.Playlists.SingleOrDefaultAsync(
            p => p.UserId == origin.UserId && p.Source == origin.Source && p.RemoteId == playlist.Summary.RemoteId, cancellationToken);
        List<PlaylistTrack> before = row is null
            ? []
            : await db.Tracks.AsNoTracking().Where(track => track.PlaylistId == row.Id).OrderBy(track => track.Position).ToListAsync(cancellationToken);
        return PlaylistChange.Between(origin, playlist, row, before, safety.Current);
    }

    /// <summary>Notifies the open pages and the job runner after the commit.</summary>
    internal void Announce(StoredPlaylist stored)
    {
        if (!stored.IsChanged)
        {
            return;
        }

        bus.Publish(new PlaylistListChanged(stored.Row.UserId));
        bus.Publish(new PlaylistStatusChanged(stored.Row.UserId, stored.Row.Id));
        if (stored.IsWanted)
        {
            requests.Announce(stored.Row);
        }
    }

    /// <summary>Stores a playlist within the context's transaction, together with the request for the sync that it calls for.</summary>
    /// <param name="db">The context, with a transaction.</param>
    /// <param name="change">The change to store.</param>
    /// <param name="cancellationToken">Stops before anything is committed.</param>
    /// <returns>What to announce after the commit.</returns>
    internal async Task<StoredPlaylist> StoreAsync(SpotterDbContext db, PlaylistChange change, CancellationToken cancellationToken)
    {
        var (origin, playlist, plan) = (change.Origin, change.Playlist, change.Plan);
        var row = change.Row ?? await AddAsync(db, origin, playlist.Summary, cancellationToken);
        var oldName = row.Name;
        var renamed = oldName != playlist.Summary.Name;
        var described = change.DescribeKept();
        var isOther = described.Count + plan.Added + plan.Removed + plan.Moved > 0;
        var changed = plan.IsNew || renamed || row.IsGoneAtSource || isOther;
        Describe(row, origin.Source, playlist);
        if (changed || row.SourceChangedAt is null)
        {
            row.SourceChangedAt = row.RefreshedAt;
        }

        if (!origin.IsFollowed)
        {
            row.ApprovedSourceFingerprint = plan.RemovesTooMuch ? row.SourceFingerprint : row.ApprovedSourceFingerprint;
        }
        else
        {
            row.ConnectionId = origin.ConnectionId;
        }

        await db.SaveChangesAsync(cancellationToken);
        await StoreTracksAsync(db, row.Id, change, described, cancellationToken);
        var result = new ImportResult(row.Id, plan, IsStored: true);
        if (origin.IsFollowed && !changed)
        {
            return new(row, result, IsChanged: false, IsWanted: false);
        }

        log.Add(db, origin.UserId, row.Id, Guid.NewGuid(), plan.IsNew ? SyncEventType.Imported : SyncEventType.Refreshed, origin.Source, FactOf(plan, described.Count, renamed ? oldName : null), new SyncEventMetadata
        {
            PlaylistId = row.Id, PlaylistName = row.Name, Total = plan.TrackCount, Added = plan.Added, Removed = plan.Removed, Moved = plan.Moved,
            RenamedFrom = renamed ? oldName : null,
            AddedTitles = plan.IsNew ? null : plan.AddedTitles, RemovedTitles = plan.RemovedTitles, Trigger = origin.Trigger,
        });
        var isWanted = (renamed || isOther) && await requests.WantSyncAsync(db, row, origin.Trigger, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return new(row, result, IsChanged: true, isWanted);
    }

    private async Task<Playlist> AddAsync(SpotterDbContext db, PlaylistOrigin origin, SourcePlaylistSummary summary, CancellationToken cancellationToken)
    {
        var accountId = await db.Accounts.Where(account => account.UserId == origin.UserId).Select(account => account.Id).FirstAsync(cancellationToken);
        var row = new Playlist
        {
            UserId = origin.UserId, AccountId = accountId, Source = origin.Source, RemoteId = summary.RemoteId, Name = summary.Name, CreatedAt = clock.GetUtcNow(),
        };
        db.Playlists.Add(row);
        return row;
    }

    private static async Task StoreTracksAsync(
        SpotterDbContext db, int playlistId, PlaylistChange change, List<PlaylistTrack> described, CancellationToken cancellationToken)
    {
        await TrackRecorder.DeleteAsync(db, change.Removed, cancellationToken);
        await TrackRecorder.UpdateAsync(db, described, cancellationToken);
        await TrackRecorder.InsertAsync(db, playlistId, change.Added, cancellationToken);
    }

    private void Describe(Playlist row, string source, SourcePlaylist playlist)
    {
        row.Name = playlist.Summary.Name;
        row.Description = playlist.Summary.Description;
        row.Image = playlist.Summary.Image ?? row.Image;
        row.ExternalUrl = playlist.Summary.ExternalUrl;
        row.TrackCount = playlist.Tracks.Count;
        row.DurationMs = playlist.Tracks.Sum(track => (long)(track.DurationMs ?? 0));
        row.SourceFingerprint = TargetPlan.FingerprintOf(playlist.Tracks.Select(track => Matching.TrackKey.Of(source, track)));
        row.IsGoneAtSource = false;
        row.SourceVersion = playlist.Summary.Version;
        row.SourceError = null;
        row.RefreshedAt = clock.GetUtcNow();
    }

    private static Fact FactOf(ImportPlan plan, int described, string? oldName)
    {
        if (plan.IsNew)
        {
            return new Fact.Imported(plan.TrackCount);
        }

        // Rows that stay get new positions when others are added or removed before them. That is mentioned only if it is the only change.
        var isMoreThanThat = plan.Added + plan.Removed + plan.Moved > 0;
        Fact?[] changes =
        [
            plan.Added == 0 ? null : new Fact.Added(plan.Added),
            plan.Removed == 0 ? null : new Fact.Removed(plan.Removed),
            plan.Moved == 0 ? null : new Fact.Moved(plan.Moved),
            isMoreThanThat || described == 0 ? null : new Fact.Redescribed(described),
            oldName is null ? null : new Fact.RenamedFrom(oldName),
        ];
        return changes.Any(change => change is not null) ? new Fact.ReadAgain([.. changes.OfType<Fact>()]) : new Fact.ReadUnchanged();
    }
}
