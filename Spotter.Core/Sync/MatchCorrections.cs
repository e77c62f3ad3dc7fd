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
using Spotter.Core.Tracks;

namespace Spotter.Core.Sync;

/// <summary>A user's decisions about matches. Each one is stored permanently, takes effect at once on every row with the same key, and
/// updates the open pages.</summary>
public sealed class MatchCorrections(
    IDbContextFactory<SpotterDbContext> contexts,
    LibraryIndexCache library,
    PlaylistMatching matching,
    SyncRequests requests,
    SyncEventLog log,
    EventBus bus,
    TimeProvider clock)
{
    /// <summary>What the library offers for a row now: the result of a fresh matching, with candidates. Null if the row is not this
    /// user's.</summary>
    public async Task<MatchResult?> SuggestAsync(int userId, long trackId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await FindAsync(db, userId, trackId, cancellationToken) is not { } row)
        {
            return null;
        }

        var index = await library.GetKnownAsync(row.Playlist.AccountId, cancellationToken);
        var track = row.Track.SourceTrack;
        var known = await CatalogueAnswers.ReadAsync(db, [track], cancellationToken);
        return matching.MatcherFor(index).Match(
            new MatchQuery(track, await DecisionsAsync(db, userId, row.Track.Key, cancellationToken)) { Aliases = known.AliasesOf(track) });
    }

    /// <summary>Songs of the user's whole library that fit the text, best first.</summary>
    public async Task<IReadOnlyList<Song>> SearchAsync(int userId, string text, int limit, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var accountId = await db.Accounts.Where(account => account.UserId == userId).Select(account => account.Id).FirstAsync(cancellationToken);
        return (await library.GetKnownAsync(accountId, cancellationToken)).Search(text, limit);
    }

    /// <summary>Decides that the row is this song. False if the row or the song is not this user's.</summary>
    public Task<bool> PinAsync(int userId, long trackId, string songId, CancellationToken cancellationToken)
        => DecideAsync(userId, trackId, PinKind.Pin, songId, cancellationToken);

    /// <summary>Decides that the row is not this song. False if the row or the song is not this user's.</summary>
    public Task<bool> RejectAsync(int userId, long trackId, string songId, CancellationToken cancellationToken)
        => DecideAsync(userId, trackId, PinKind.Rejection, songId, cancellationToken);

    /// <summary>Decides that the row is never matched. False if the row is not this user's.</summary>
    public Task<bool> NeverAsync(int userId, long trackId, CancellationToken cancellationToken)
        => DecideAsync(userId, trackId, PinKind.Never, songId: null, cancellationToken);

    /// <summary>Undoes every decision about the row. False if the row is not this user's.</summary>
    public async Task<bool> UndoAsync(int userId, long trackId, CancellationToken cancellationToken)
    {
        if (await FindAsync(userId, trackId, cancellationToken) is not { } row)
        {
            return false;
        }

        var index = await library.GetKnownAsync(row.Playlist.AccountId, cancellationToken); // read from the database perhaps: not while others wait to write
        var decision = await contexts.WriteAsync(
            async db =>
            {
                await db.Pins.Where(pin => pin.UserId == userId && pin.TrackKey == row.Track.Key).ExecuteDeleteAsync(cancellationToken);
                return await FinishAsync(db, index, userId, row, new Fact.DecisionUndone(row.Track.SourceTrack.Title), cancellationToken);
            },
            cancellationToken);
        Announce(userId, decision);
        return true;
    }

    /// <summary>The user's decisions about the row. Empty if the row is not this user's.</summary>
    public async Task<IReadOnlyList<TrackDecision>> DecisionsAsync(int userId, long trackId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await FindAsync(db, userId, trackId, cancellationToken) is { } row
            ? await DecisionsAsync(db, userId, row.Track.Key, cancellationToken)
            : [];
    }

    private async Task<bool> DecideAsync(int userId, long trackId, PinKind kind, string? songId, CancellationToken cancellationToken)
    {
        if (await FindAsync(userId, trackId, cancellationToken) is not { } row)
        {
            return false;
        }

        Song? song = null;
        var index = await library.GetKnownAsync(row.Playlist.AccountId, cancellationToken);
        if (songId is not null && (song = index.Find(songId)) is null)
        {
            return false;
        }

        Announce(userId, await contexts.WriteAsync(db => DecideAsync(db, index, userId, row, kind, song, cancellationToken), cancellationToken));
        return true;
    }

    private async Task<Decided> DecideAsync(
        SpotterDbContext db, LibraryIndex index, int userId, Row row, PinKind kind, Song? song, CancellationToken cancellationToken)
    {
        var songId = song?.Id;
        if (kind == PinKind.Rejection)
        {
            // A rejection undoes a pin on the same song. Other rejections stay.
            var pins = await db.Pins.Where(pin => pin.UserId == userId && pin.TrackKey == row.Track.Key).ToListAsync(cancellationToken);
            db.Pins.RemoveRange(pins.Where(pin => pin.Kind == PinKind.Never || pin.Song?.Id == songId));
        }
        else
        {
            // Choosing one song, or none at all, replaces earlier decisions except rejections of other songs.
            var pins = await db.Pins.Where(pin => pin.UserId == userId && pin.TrackKey == row.Track.Key).ToListAsync(cancellationToken);
            db.Pins.RemoveRange(pins.Where(pin => pin.Kind != PinKind.Rejection || pin.Song?.Id == songId));
        }

        db.Pins.Add(new Pin { UserId = userId, TrackKey = row.Track.Key, Kind = kind, Song = song, CreatedAt = clock.GetUtcNow() });
        await db.SaveChangesAsync(cancellationToken);
        Fact decided = kind switch
        {
            PinKind.Pin => new Fact.Pinned(row.Track.SourceTrack.Title, song!.Title, song.Artist),
            PinKind.Rejection => new Fact.Rejected(row.Track.SourceTrack.Title, song!.Title, song.Artist),
            PinKind.Never => new Fact.NeverMatched(row.Track.SourceTrack.Title),
        };
        return await FinishAsync(db, index, userId, row, decided, cancellationToken);
    }

    /// <summary>Matches every row with the key again, brings the counts up to date, and notes it.</summary>
    private async Task<Decided> FinishAsync(
        SpotterDbContext db, LibraryIndex index, int userId, Row row, Fact decided, CancellationToken cancellationToken)
    {
        var matcher = matching.MatcherFor(index);
        var decisions = await DecisionsAsync(db, userId, row.Track.Key, cancellationToken);
        var own = db.Playlists.Where(p => p.UserId == userId);
        var tracks = await db.Tracks.AsNoTracking()
            .Where(track => track.Key == row.Track.Key && own.Any(p => p.Id == track.PlaylistId)).ToListAsync(cancellationToken);
        var known = await CatalogueAnswers.ReadAsync(db, tracks.Select(track => track.SourceTrack), cancellationToken);
        foreach (var track in tracks)
        {
            var source = track.SourceTrack;
            track.Apply(matcher.Match(new MatchQuery(source, decisions) { Aliases = known.AliasesOf(source) }));
        }

        await MatchRecorder.StoreAsync(db, tracks, cancellationToken);
        var playlistIds = tracks.Select(track => track.PlaylistId).Distinct().ToList();
        await MatchRecorder.CountAsync(db, playlistIds, cancellationToken);

        // Their targets lag behind the decision from now on: where sync is on a run is wanted, and where it is off the clock knows once it is on.
        await db.Playlists.Where(p => playlistIds.Contains(p.Id)).ExecuteUpdateAsync(set => set.SetProperty(p => p.MatchedSource, (string?)null), cancellationToken);
        log.Add(db, userId, row.Playlist.Id, Guid.NewGuid(), SyncEventType.Pinned, row.Playlist.Source, decided,
            new SyncEventMetadata { PlaylistId = row.Playlist.Id, PlaylistName = row.Playlist.Name });
        await db.SaveChangesAsync(cancellationToken);
        var lagging = new List<Playlist>();
        foreach (var playlist in await db.Playlists.Where(p => playlistIds.Contains(p.Id) && p.SyncEnabled).ToListAsync(cancellationToken))
        {
            if (await requests.WantDecisionAsync(db, playlist, row.Track.Key, cancellationToken))
            {
                lagging.Add(playlist);
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        return new(playlistIds, [.. tracks.Select(track => track.Id)], lagging);
    }

    /// <summary>Tells the pages, and the job runner where runs are wanted.</summary>
    private void Announce(int userId, Decided decided)
    {
        decided.Wanted.ForEach(playlist => requests.Announce(playlist));
        bus.Publish(new TrackMatchChanged(userId, decided.PlaylistIds, decided.TrackIds));
        foreach (var playlistId in decided.PlaylistIds)
        {
            bus.Publish(new PlaylistStatusChanged(userId, playlistId));
        }
    }

    private static async Task<IReadOnlyList<TrackDecision>> DecisionsAsync(SpotterDbContext db, int userId, string key, CancellationToken cancellationToken)
        => [.. (await db.Pins.AsNoTracking().Where(pin => pin.UserId == userId && pin.TrackKey == key).ToListAsync(cancellationToken))
            .Select(pin => pin.ToDecision())];

    private static async Task<Row?> FindAsync(SpotterDbContext db, int userId, long trackId, CancellationToken cancellationToken)
        => await (from track in db.Tracks.AsNoTracking()
                  join playlist in db.Playlists.AsNoTracking() on track.PlaylistId equals playlist.Id
                  where track.Id == trackId && playlist.UserId == userId
                  select new Row(track, playlist)).SingleOrDefaultAsync(cancellationToken);

    private async Task<Row?> FindAsync(int userId, long trackId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await FindAsync(db, userId, trackId, cancellationToken);
    }

    private sealed record Row(PlaylistTrack Track, Playlist Playlist);

    /// <summary>What a decision has changed: to be announced after the commit.</summary>
    private sealed record Decided(List<int> PlaylistIds, List<long> TrackIds, List<Playlist> Wanted);
}
