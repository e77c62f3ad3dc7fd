using Spotter.Core.Matching;
using Spotter.Core.Matching.Text;
using Spotter.Core.Tracks;

namespace Spotter.Tests.Core.Matching;

/// <summary>Songs that are asked for by their own data: each must give itself, or a song with the very same text.</summary>
public static class OwnData
{
    private const string Everything = "everything";

    /// <summary>What is known of a song, and the track that says so.</summary>
    public static TheoryData<string, Func<Song, SourceTrack>> All => new()
    {
        { Everything, Whole },
        { "no length", song => Whole(song) with { DurationMs = null } },
        { "no album", song => Whole(song) with { Album = null } },
        { "the artist in the title", song => Whole(song) with { Title = $"{song.Artist} - {song.Title}", Artists = [] } },
    };

    /// <summary>Each song that gave nothing, or another; a few of them in words.</summary>
    public static IEnumerable<string> Lost(TrackMatcher matcher, IReadOnlyList<Song> songs, string known, Func<Song, SourceTrack> ask)
    {
        var twins = songs.ToLookup(TextOf);
        foreach (var song in songs)
        {
            var track = ask(song);
            var result = matcher.Match(new(track));
            var isFound = result.Song is { } found && TextOf(found) == TextOf(song)
                && (known != Everything || ((track.Album is null || found.Album == song.Album) && (track.DurationMs is null || Math.Abs((found.DurationMs ?? 0) - (song.DurationMs ?? 0)) < 1000)));

            // Of several recordings with one text, what tells them apart may be what is not known.
            var mayAsk = known != Everything && result.Zone == MatchZone.Review && twins[TextOf(song)].Skip(1).Any();
            // A concert that nothing but the album's name tells is another version where the album is not known.
            mayAsk |= track.Album is null && AlbumName.Of(song.Album) is { Version.Kinds: not VersionKinds.None };
            if (!isFound && !mayAsk)
            {
                yield return $"{known}: {track.Title} – {track.ArtistLine} [{track.Album}] {track.DurationMs}: {result.Zone}, {result.Reason}, {result.Song?.Title} – {result.Song?.Artist} [{result.Song?.Album}] {result.Song?.DurationMs}";
            }
        }
    }

    private static SourceTrack Whole(Song song)
        => new() { Title = song.Title, Artists = song.Artists, Album = song.Album, DurationMs = song.DurationMs };

    private static (string Title, string Artists) TextOf(Song song) => (song.Title, string.Join(';', song.Artists));
}
