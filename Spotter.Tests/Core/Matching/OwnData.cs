using System.Collections.Concurrent;
using Spotter.Core.Matching;
using Spotter.Core.Matching.Text;
using Spotter.Core.Tracks;

namespace Spotter.Tests.Core.Matching;

/// <summary>Songs that are asked for by their own data. Each must be found, or another song with the very same text.</summary>
public static class OwnData
{
    private const string Everything = "everything";
    private const string ArtistInTitle = "the artist in the title";

    /// <summary>What is known of a song, and the track that contains it.</summary>
    public static TheoryData<string, Func<Song, SourceTrack>> All => new()
    {
        { Everything, Whole },
        { "no length", song => Whole(song) with { DurationMs = null } },
        { "no album", song => Whole(song) with { Album = null } },
        { ArtistInTitle, song => Whole(song) with { Title = $"{song.Artist} - {song.Title}", Artists = [] } },
    };

    /// <summary>
    /// The songs that gave nothing or another song, described. Doubts takes the songs whose artist is only in the title, if they are offered
    /// beside another one that fits as well; without it they count as lost.
    /// </summary>
    public static IEnumerable<string> Lost(TrackMatcher matcher, IReadOnlyList<Song> songs, string known, Func<Song, SourceTrack> ask, IProducerConsumerCollection<string>? doubts = null)
    {
        var twins = songs.ToLookup(TextOf);
        foreach (var song in songs)
        {
            var track = ask(song);
            var result = matcher.Match(new(track));
            var isFound = result.Song is { } found && TextOf(found) == TextOf(song)
                && (known != Everything || ((track.Album is null || found.Album == song.Album) && (track.DurationMs is null || Math.Abs((found.DurationMs ?? 0) - (song.DurationMs ?? 0)) < 1000)));

            // If several recordings share one text, the data that differs may be the data that is missing here.
            var mayAsk = known != Everything && result.Zone == MatchZone.Review && twins[TextOf(song)].Skip(1).Any();
            // If only the album's name tells that it is a concert, the song is another version as long as the album is unknown.
            mayAsk |= track.Album is null && AlbumName.Of(song.Album) is { Version.Kinds: not VersionKinds.None };
            if (!isFound && !mayAsk)
            {
                var words = $"{known}: {track.Title} – {track.ArtistLine} [{track.Album}] {track.DurationMs}: {result.Zone}, {result.Reason}, {result.Song?.Title} – {result.Song?.Artist} [{result.Song?.Album}] {result.Song?.DurationMs}";
                var isOffered = known == ArtistInTitle && result.Reason == MatchReason.TooCloseToCall && result.Candidates.Any(candidate => TextOf(candidate.Song) == TextOf(song));
                if (doubts is null || !isOffered || !doubts.TryAdd(words))
                {
                    yield return words;
                }
            }
        }
    }

    private static SourceTrack Whole(Song song)
        => new() { Title = song.Title, Artists = song.Artists, Album = song.Album, DurationMs = song.DurationMs };

    private static (string Title, string Artists) TextOf(Song song) => (song.Title, string.Join(';', song.Artists));
}
