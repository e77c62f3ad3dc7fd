using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Catalogue;
using Spotter.Core.Events;
using Spotter.Core.Facts;
using Spotter.Core.Library;
using Spotter.Core.Matching;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;

namespace Spotter.Core.Sync.Decisions;

/// <summary>
/// Stores decisions, one or thousands, in one transaction with everything that follows from them: the matches of every row with the same key, the counts, a line in
/// the audit log, and the runs that bring them to the targets.
/// </summary>
public sealed class DecisionRecorder(
    IDbContextFactory<SpotterDbContext> contexts, LibraryIndexCache library, PlaylistMatching matching, SyncRequests requests, SyncEventLog log, EventBus bus)
{
    /// <summary>How many tracks are in memory at once, with their rows.</summary>
    private const int TracksAtOnce = 500;

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

    /// <summary>Carries out what is wanted, in one transaction.</summary>
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

        // The library may have to be read from the database: not while others wait to write.
        var matcher = matching.MatcherFor(await IndexAsync(userId, cancellationToken));
        var recorded = await contexts.WriteAsync(db => RecordAsync(db, matcher, userId, wishes, note, about, cancellationToken), cancellationToken);
        recorded.Lagging.ForEach(playlist => requests.Announce(playlist));
        if (recorded.Change.TrackCount > 0)
        {
            bus.Publish(new TrackMatchChanged(userId, [.. recorded.KeysOf.Keys], recorded.TrackIds));
            foreach (var playlistId in recorded.KeysOf.Keys)
            {
                bus.Publish(new PlaylistStatusChanged(userId, playlistId));
            }
        }

        return recorded.Change;
    }

    /// <summary>The user's library as it is known.</summary>
    internal async Task<LibraryIndex> IndexAsync(int userId, CancellationToken cancellationToken)
    {
        int accountId;
        await using (var db = await contexts.CreateDbContextAsync(cancellationToken))
        {
            accountId = await db.Accounts.Where(account => account.UserId == userId).Select(account => account.Id).FirstAsync(cancellationToken);
        }

        return await library.GetKnownAsync(accountId, cancellationToken);
    }

    private async Task<Recorded> RecordAsync(
        SpotterDbContext db, TrackMatcher matcher, int userId, IReadOnlyCollection<DecisionWish> wishes, Func<int, Fact> note, Playlist? about, CancellationToken cancellationToken)
    {
        var changed = new List<ChangedDecisions>();
        var recorded = new Recorded(new(changed), new(), [], []);
        foreach (var some in wishes.Chunk(TracksAtOnce))
        {
            var now = await StoreAsync(db, userId, some, cancellationToken);
            changed.AddRange(now);
            await MatchAsync(db, matcher, userId, now, recorded, cancellationToken);
            // A context compares everything that it tracks with every save.
            db.ChangeTracker.Clear();
        }

        if (changed.Count == 0)
        {
            return recorded;
        }

        List<int> playlistIds = [.. recorded.KeysOf.Keys];
        await MatchRecorder.CountAsync(db, playlistIds, cancellationToken);

        // Their targets lag behind from now on: where sync is on, a run is wanted; where it is off, the schedule knows once it is on.
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
        var pins = (await db.Pins.Where(pin => pin.UserId == userId && EF.Parameter(keys).Contains(pin.TrackKey)).OrderBy(pin => pin.Id).ToListAsync(cancellationToken))
            .ToLookup(pin => pin.TrackKey, StringComparer.Ordinal);
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

    /// <summary>Matches every row with one of the keys again.</summary>
    private static async Task MatchAsync(
        SpotterDbContext db, TrackMatcher matcher, int userId, IReadOnlyList<ChangedDecisions> changed, Recorded recorded, CancellationToken cancellationToken)
    {
        var keys = changed.Select(change => change.Key).ToList();
        var decisions = changed.ToDictionary(change => change.Key, change => change.After.Select(pin => pin.ToDecision()).ToList(), StringComparer.Ordinal);
        var own = db.Playlists.Where(p => p.UserId == userId);
        var tracks = await db.Tracks.AsNoTracking()
            .Where(track => EF.Parameter(keys).Contains(track.Key) && own.Any(p => p.Id == track.PlaylistId)).ToListAsync(cancellationToken);
        var known = await CatalogueAnswers.ReadAsync(db, tracks.Select(track => track.SourceTrack), cancellationToken);
        var playlistIds = tracks.Select(track => track.PlaylistId).Distinct().ToList();
        var allows = await db.Playlists.Where(p => EF.Parameter(playlistIds).Contains(p.Id)).Select(p => new { p.Id, p.Allows }).ToDictionaryAsync(p => p.Id, p => p.Allows, cancellationToken);
        foreach (var track in tracks)
        {
            var source = track.SourceTrack;
            track.Apply(matcher.Match(new MatchQuery(source, decisions[track.Key]) { Aliases = known.AliasesOf(source), Allows = allows[track.PlaylistId] }));
            recorded.TrackIds.Add(track.Id);
            if (!recorded.KeysOf.TryGetValue(track.PlaylistId, out var ofPlaylist))
            {
                recorded.KeysOf[track.PlaylistId] = ofPlaylist = new(StringComparer.Ordinal);
            }

            ofPlaylist.Add(track.Key);
        }

        await MatchRecorder.StoreAsync(db, tracks, cancellationToken);
    }

    /// <summary>What has changed, for what follows the commit.</summary>
    /// <param name="Change">The decisions.</param>
    /// <param name="KeysOf">The tracks in each playlist that has any of them.</param>
    /// <param name="TrackIds">Their rows.</param>
    /// <param name="Lagging">The playlists of which runs are wanted.</param>
    private sealed record Recorded(DecisionChange Change, Dictionary<int, HashSet<string>> KeysOf, List<long> TrackIds, List<Playlist> Lagging);
}
