using Microsoft.EntityFrameworkCore;
using Spotter.Core.Events;
using Spotter.Core.Facts;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;

namespace Spotter.Core.Sync.Decisions;

/// <summary>
/// Stores decisions, one or thousands, in one transaction with everything that must follow from them: a line in the audit log, the runs that bring them to the
/// targets, and what is to be matched with them. The matches themselves follow at once, in pieces (<see cref="DecisionMatches"/>).
/// </summary>
public sealed class DecisionRecorder(IDbContextFactory<SpotterDbContext> contexts, DecisionMatches matches, SyncRequests requests, SyncEventLog log, EventBus bus)
{
    /// <summary>Undoes a change in one piece. Tracks about which something else was decided since stay as they are.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="change">The change.</param>
    /// <param name="cancellationToken">Stops before anything is stored.</param>
    /// <returns>The change back, which can be undone too.</returns>
    public Task<DecisionChange> UndoAsync(int userId, DecisionChange change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(change);
        return RecordAsync(userId, [.. change.Tracks.Select(track => track.Undo())], count => new Fact.DecisionsUndone(count), about: null, cancellationToken);
    }

    /// <summary>Takes back decisions by their ids. Ids that are not this user's are ignored.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="ids">The ids (<see cref="Pin.Id"/>).</param>
    /// <param name="cancellationToken">Stops before anything is stored.</param>
    public async Task<DecisionChange> RemoveAsync(int userId, IReadOnlyCollection<int> ids, CancellationToken cancellationToken)
    {
        List<Pin> pins;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            pins = await db.Pins.AsNoTracking().Where(pin => EF.Parameter(ids).Contains(pin.Id) && pin.UserId == userId).ToListAsync(cancellationToken);
        }

        var wishes = pins.GroupBy(pin => pin.TrackKey, StringComparer.Ordinal)
            .Select(group => new DecisionWish(group.Key, known => known.Where(pin => !ids.Contains(pin.Id)))).ToList();
        return await RecordAsync(
            userId, wishes, count => count == 1 && pins[0].Track is { } track ? new Fact.DecisionUndone(track.Title) : new Fact.DecisionsUndone(count), about: null, cancellationToken);
    }

    /// <summary>Carries out what is wanted: all of it, or nothing. Once it is stored, nothing stops it any more.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="wishes">What is wanted, each track once.</param>
    /// <param name="note">What the audit log says, by the number of tracks that have changed.</param>
    /// <param name="about">The playlist where it was decided. Null if it was not decided in one.</param>
    /// <param name="cancellationToken">Stops before anything is stored.</param>
    internal async Task<DecisionChange> RecordAsync(
        int userId, IReadOnlyCollection<DecisionWish> wishes, Func<int, Fact> note, Playlist? about, CancellationToken cancellationToken)
    {
        if (wishes.Count == 0)
        {
            return DecisionChange.None;
        }

        var recorded = await contexts.WriteAsync(db => RecordAsync(db, userId, wishes, note, about, cancellationToken), cancellationToken);
        recorded.Lagging.ForEach(playlist => requests.Announce(playlist));
        if (recorded.KeysOf.Count > 0)
        {
            await matches.TryCatchUpAsync(userId);
            foreach (var playlistId in recorded.KeysOf.Keys)
            {
                bus.Publish(new PlaylistStatusChanged(userId, playlistId));
            }
        }

        return recorded.Change;
    }

    private async Task<Recorded> RecordAsync(
        SpotterDbContext db, int userId, IReadOnlyCollection<DecisionWish> wishes, Func<int, Fact> note, Playlist? about, CancellationToken cancellationToken)
    {
        var changed = new List<ChangedDecisions>();
        var recorded = new Recorded(new(changed), new(), []);
        foreach (var some in wishes.Chunk(DecisionMatches.TracksAtOnce))
        {
            var now = await StoreAsync(db, userId, some, cancellationToken);
            changed.AddRange(now);
            await DecisionMatches.OweAsync(db, userId, [.. now.Select(change => change.Key)], recorded.KeysOf, cancellationToken);
            // A context compares everything that it tracks with every save.
            db.ChangeTracker.Clear();
        }

        if (changed.Count == 0)
        {
            return recorded;
        }

        // Their targets lag behind from now on: where sync is on, a run is wanted; where it is off, the schedule knows once it is on.
        List<int> playlistIds = [.. recorded.KeysOf.Keys];
        await db.Playlists.Where(p => playlistIds.Contains(p.Id)).ExecuteUpdateAsync(set => set.SetProperty(p => p.MatchedSource, (string?)null), cancellationToken);
        log.Add(db, userId, about?.Id, Guid.NewGuid(), SyncEventType.Pinned, about?.Source ?? ProviderKinds.Navidrome, note(changed.Count), new SyncEventMetadata
        {
            PlaylistId = about?.Id,
            PlaylistName = about?.Name,
        });
        foreach (var playlist in await db.Playlists.Where(p => playlistIds.Contains(p.Id) && p.SyncEnabled).ToListAsync(cancellationToken))
        {
            if (await requests.WantDecisionsAsync(db, playlist, recorded.KeysOf[playlist.Id], cancellationToken))
            {
                recorded.Lagging.Add(playlist);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        return recorded;
    }

    /// <summary>Stores the decisions. Returns those that have changed.</summary>
    private static async Task<List<ChangedDecisions>> StoreAsync(SpotterDbContext db, int userId, IReadOnlyList<DecisionWish> wishes, CancellationToken cancellationToken)
    {
        var keys = wishes.Select(wish => wish.Key).ToList();
        var pins = (await db.Pins.Where(pin => pin.UserId == userId && EF.Parameter(keys).Contains(pin.TrackKey)).ToListAsync(cancellationToken))
            .OrderBy(pin => pin.Id).ToLookup(pin => pin.TrackKey, StringComparer.Ordinal);
        var changed = new List<ChangedDecisions>();
        foreach (var wish in wishes)
        {
            IReadOnlyList<Pin> before = [.. pins[wish.Key]];
            IReadOnlyList<Pin> after = [.. wish.Then(before).Select(pin => before.Contains(pin) ? pin : pin.Copy())];
            if (before.Count == after.Count && before.All(after.Contains))
            {
                continue;
            }

            db.Pins.RemoveRange(before.Except(after));
            db.Pins.AddRange(after.Except(before));
            changed.Add(new(wish.Key, before, after));
        }

        await db.SaveChangesAsync(cancellationToken);
        return changed;
    }

    /// <summary>What has changed, for what follows the commit.</summary>
    /// <param name="Change">The decisions.</param>
    /// <param name="KeysOf">The tracks in each playlist that has any of them.</param>
    /// <param name="Lagging">The playlists of which runs are wanted.</param>
    private sealed record Recorded(DecisionChange Change, Dictionary<int, HashSet<string>> KeysOf, List<Playlist> Lagging);
}
