using Spotter.Core.Facts;
using Spotter.Core.Library;
using Spotter.Core.Matching;
using Spotter.Core.Tracks;

namespace Spotter.Core.Sync.Decisions;

/// <summary>Finds the songs of a file of decisions in a library.</summary>
internal sealed class SongResolver(TrackMatcher matcher)
{
    private readonly SongLookup _lookup = new(matcher.Index, translator: null);

    /// <summary>The song as the library has it, or null.</summary>
    /// <param name="song">The song as the file describes it. Its id is only a hint.</param>
    /// <param name="why">Why it is not found.</param>
    public Song? Find(Song song, out Fact? why)
    {
        why = null;
        if (_lookup.FindAgain(song) is { } same)
        {
            return same;
        }

        var result = matcher.Match(new MatchQuery(SourceTrack.Of(song) with { Location = song.Path }));
        // A path is the file itself, and where the file says no album, the song is any that is certainly so called.
        if (result is { Zone: MatchZone.Auto, Song: { } found } && (result.Reason == MatchReason.SamePath || song.Album is null))
        {
            return found;
        }

        var artist = SourceTrack.Of(song).ArtistLine;
        why = matcher.Index.Count == 0 ? new Fact.LibraryNotKnown()
            : (result.Song ?? (result.Candidates is [var best, ..] ? best.Song : null)) is { } near ? new Fact.OnlyLikeSong(song.Title, artist, near.Title, near.Artist)
            : new Fact.SongNotFound(song.Title, artist);
        return null;
    }
}
