using Spotter.Core.Tracks;
using Spotter.Navidrome.Subsonic.Wire;

namespace Spotter.Navidrome;

/// <summary>Converts the protocol's songs. The only place that does so.</summary>
internal static class SongMapper
{
    /// <summary>Separates the artists in Navidrome's artist lines.</summary>
    private const string ArtistSeparator = " • ";

    /// <summary>The song. Null if the child is not one: a folder, a video, or an entry without an id.</summary>
    public static Song? ToSong(Child child)
    {
        if (string.IsNullOrEmpty(child.Id) || child.IsDir || child.IsVideo)
        {
            return null;
        }

        var artist = Text(child.DisplayArtist) ?? Text(child.Artist) ?? "";
        return new Song
        {
            Id = child.Id,
            Title = child.Title ?? "",
            Artist = artist,
            Artists = Artists(child, artist),
            Album = Text(child.Album),
            AlbumArtist = Text(child.DisplayAlbumArtist),
            AlbumId = Text(child.AlbumId),
            DurationMs = child.Duration is > 0 and < int.MaxValue / 1000 ? (int)child.Duration * 1000 : null,
            Isrcs = Isrcs(child.Isrc),
            RecordingMbid = Guid.TryParse(child.MusicBrainzId, out var mbid) ? mbid.ToString() : null,
            TrackNumber = Positive(child.Track),
            DiscNumber = Positive(child.DiscNumber),
            Year = Positive(child.Year),
            Path = Text(child.Path),
            CoverArtId = Text(child.CoverArt),
            BitRate = KilobitsOf(child.BitRate),
            Suffix = Text(child.Suffix),
            IsStarred = child.Starred is not null,
        };
    }

    // Every song of a library passes through here. Nearly all have one artist and one code, which cost no more than their own list.
    private static IReadOnlyList<string> Artists(Child child, string line)
    {
        if (child.Artists is { Count: > 0 } artists)
        {
            var credited = new List<string>(artists.Count);
            foreach (var artist in artists)
            {
                if (Text(artist.Name) is { } name)
                {
                    credited.Add(name);
                }
            }

            if (credited.Count > 0)
            {
                return credited;
            }
        }

        return (Text(child.Artist) ?? line).Split(ArtistSeparator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    private static IReadOnlyList<string> Isrcs(IReadOnlyList<string>? tags) => tags switch
    {
        null or [] => [],
        [var only] => Isrc.ParseAll(only),
        _ => [.. tags.SelectMany(Isrc.ParseAll).Distinct()],
    };

    /// <summary>Some servers report bits per second. Nothing playable has ten thousand kilobits.</summary>
    private static int? KilobitsOf(long? bitRate) => Positive(bitRate >= 20_000 ? bitRate / 1000 : bitRate);

    private static int? Positive(long? number) => number is > 0 and <= int.MaxValue ? (int)number : null;

    private static string? Text(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
