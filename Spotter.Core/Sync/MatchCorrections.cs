using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Catalogue;
using Spotter.Core.Facts;
using Spotter.Core.Library;
using Spotter.Core.Matching;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Sync.Decisions;
using Spotter.Core.Tracks;

namespace Spotter.Core.Sync;

/// <summary>A user's decisions about matches. Each one is stored permanently, takes effect at once on every row with the same key, and
/// updates the open pages.</summary>
public sealed class MatchCorrections(
    IDbContextFactory<SpotterDbContext> contexts,
    LibraryIndexCache library,
    PlaylistMatching matching,
    DecisionRecorder recorder,
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
            new MatchQuery(track, await DecisionsAsync(db, userId, row.Track.Key, cancellationToken)) { Aliases = known.AliasesOf(track), Allows = row.Playlist.Allows });
    }

    /// <summary>The least that the row's playlist would have to allow for the row to be written without asking. Null if it allows that already,
    /// if no allowance would do, or if the row is not this user's.</summary>
    public async Task<SuggestedAllowance?> SuggestAllowanceAsync(int userId, long trackId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await FindAsync(db, userId, trackId, cancellationToken) is not { Track.Zone: MatchZone.Review } row)
        {
            return null;
        }

        var matcher = matching.MatcherFor(await library.GetKnownAsync(row.Playlist.AccountId, cancellationToken));
        var query = new MatchQuery(row.Track.SourceTrack, await DecisionsAsync(db, userId, row.Track.Key, cancellationToken));
        var before = row.Playlist.Allows;
        MatchAllowances[] more = [before, before | MatchAllowances.RadioEdit, before | MatchAllowances.OtherVersion, before | MatchAllowances.OtherLength];
        var least = Array.FindIndex(more, allows => matcher.Match(query with { Allows = allows }).Zone == MatchZone.Auto);
        return least > 0 ? new(row.Playlist.Id, row.Playlist.WantedName, before, more[least]) : null;
    }

    /// <summary>Songs of the user's whole library that fit the text, best first.</summary>
    public async Task<IReadOnlyList<Song>> SearchAsync(int userId, string text, int limit, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var accountId = await db.Accounts.Where(account => account.UserId == userId).Select(account => account.Id).FirstAsync(cancellationToken);
        return (await library.GetKnownAsync(accountId, cancellationToken)).Search(text, limit);
    }

    /// <summary>Decides that the row is this song. False if the row or the song is not this user's.</summary>
    public async Task<bool> PinAsync(int userId, long trackId, string songId, CancellationToken cancellationToken)
        => await DecideAsync(userId, trackId, PinKind.Pin, songId, cancellationToken) is not null;

    /// <summary>Decides that the row is not this song. False if the row or the song is not this user's.</summary>
    public async Task<bool> RejectAsync(int userId, long trackId, string songId, CancellationToken cancellationToken)
        => await DecideAsync(userId, trackId, PinKind.Rejection, songId, cancellationToken) is not null;

    /// <summary>Decides that the row is never matched. False if the row is not this user's.</summary>
    public async Task<bool> NeverAsync(int userId, long trackId, CancellationToken cancellationToken)
        => await DecideAsync(userId, trackId, PinKind.Never, songId: null, cancellationToken) is not null;

    /// <summary>Takes a decision about a row.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="trackId">The row (<see cref="PlaylistTrack.Id"/>).</param>
    /// <param name="kind">The kind of decision.</param>
    /// <param name="songId">The song's id on the server. Null for <see cref="PinKind.Never"/>.</param>
    /// <param name="cancellationToken">Stops before anything is stored.</param>
    /// <returns>What has changed, with the way back. Null if the row or the song is not this user's.</returns>
    public async Task<DecisionChange?> DecideAsync(int userId, long trackId, PinKind kind, string? songId, CancellationToken cancellationToken)
    {
        if (await FindAsync(userId, trackId, cancellationToken) is not { } row)
        {
            return null;
        }

        Song? song = null;
        if (kind != PinKind.Never && (songId is null || (song = (await library.GetKnownAsync(row.Playlist.AccountId, cancellationToken)).Find(songId)) is null))
        {
            return null;
        }

        var track = row.Track.SourceTrack;
        Fact decided = kind switch
        {
            PinKind.Pin => new Fact.Pinned(track.Title, song!.Title, song.Artist),
            PinKind.Rejection => new Fact.Rejected(track.Title, song!.Title, song.Artist),
            PinKind.Never => new Fact.NeverMatched(track.Title),
        };
        var pin = new Pin { UserId = userId, TrackKey = row.Track.Key, Kind = kind, Track = track, Song = song, CreatedAt = clock.GetUtcNow() };
        return await recorder.RecordAsync(userId, [DecisionWish.Take(pin.TrackKey, pin)], _ => decided, row.Playlist, cancellationToken);
    }

    /// <summary>Undoes every decision about the row. False if the row is not this user's.</summary>
    public async Task<bool> UndoAsync(int userId, long trackId, CancellationToken cancellationToken)
    {
        if (await FindAsync(userId, trackId, cancellationToken) is not { } row)
        {
            return false;
        }

        await recorder.RecordAsync(
            userId, [new DecisionWish(row.Track.Key, _ => [])], _ => new Fact.DecisionUndone(row.Track.SourceTrack.Title), row.Playlist, cancellationToken);
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
}
