using Spotter.Core.Matching.Indexing;
using Spotter.Core.Matching.Text;
using Spotter.Core.Tracks;

namespace Spotter.Core.Matching;

/// <summary>Recognises a song after its id has changed: by recording code, by MusicBrainz recording, or by title, artists, album and
/// length.</summary>
internal static class SongIdentity
{
    /// <summary>The song as the library holds it now, or null if it is gone. Never a song that is only similar.</summary>
    public static SongReading? FindAgain(LibraryIndex index, Song song)
    {
        var known = SongReading.Of(song);
        if (index.FindReading(song.Id) is { } sameId && IsStill(known, sameId))
        {
            return sameId;
        }

        var track = TrackReading.Of(AsTrack(song));
        var order = new RecordingChoice(track);
        var probe = new SongProbe(track, new(TitleReadingKind.AsWritten, known.Title, known.Artists) { Text = song.Title, Credit = song.Artist });
        return First(song.Isrcs.SelectMany(isrc => index.WithIsrc(isrc, probe)), IsStill)
            ?? First(song.RecordingMbid is { } mbid ? index.WithMbid(mbid, probe) : [], IsStill)
            ?? First(Near(), IsSameEntry);

        IReadOnlyList<SongReading> Near()
        {
            var search = index.Near(probe);
            search.LookForAlikeNames();
            return search.Songs;
        }

        SongReading? First(IEnumerable<SongReading> found, Func<SongReading, SongReading, bool> accepts)
            => found.Where(candidate => accepts(known, candidate)).Order(order).FirstOrDefault();
    }

    /// <summary>Whether a song of the library is the one that the user rejected: by id, or by its metadata.</summary>
    public static bool IsRejected(SongReading rejected, SongReading candidate)
        => rejected.Id == candidate.Id || IsSameEntry(rejected, candidate);

    /// <summary>Whether two songs share a recording code or a MusicBrainz recording.</summary>
    public static bool SharesCode(Song a, Song b)
        => a.Isrcs.Intersect(b.Isrcs).Any() || (a.RecordingMbid is { } mbid && mbid == b.RecordingMbid);

    private static SourceTrack AsTrack(Song song)
        => new() { Title = song.Title, Artists = song.Artists, Album = song.Album, DurationMs = song.DurationMs };

    // Two of title, length and artist must agree: ids and codes are reused, and tags are corrected.
    private static bool IsStill(SongReading known, SongReading candidate)
    {
        var sameTitle = known.Title.Key == candidate.Title.Key
            && TitleVersion.Compare(known.Title.Version, candidate.Title.Version) != VersionAgreement.Different;
        var sameLength = MatchScorer.SameDuration(known.Song.DurationMs, candidate.Song.DurationMs) == true;
        var sameMaker = SharesCode(known.Song, candidate.Song)
            || ArtistSimilarity.Of(known.Artists, candidate.Artists) >= MatchScorer.SameArtist;
        return (sameTitle && sameLength) || (sameMaker && (sameTitle || sameLength));
    }

    private static bool IsSameEntry(SongReading known, SongReading candidate)
        => known.Title.MarkedKey == candidate.Title.MarkedKey
            && TitleVersion.Compare(known.Title.Version, candidate.Title.Version) == VersionAgreement.Same
            && ArtistSimilarity.Of(known.Artists, candidate.Artists) >= MatchScorer.SameArtist
            && known.Album?.Key == candidate.Album?.Key
            && MatchScorer.SameDuration(known.Song.DurationMs, candidate.Song.DurationMs) != false;
}
