namespace Spotter.Core.Tracks;

/// <summary>
/// A track as its source describes it: the one place that says what that can be. Files and services are read into it, rows store it (a column for each
/// property), and the matcher, reports and exports read it. The same track twice in a playlist is two rows.
/// </summary>
public sealed record SourceTrack
{
    /// <summary>The title as given, decoration included; never empty.</summary>
    public required string Title { get; init; }

    /// <summary>The credited artists, in order; empty where the source names none. A name may hold a comma or an ampersand.</summary>
    public IReadOnlyList<string> Artists { get; init; } = [];

    /// <summary>The album, or null where the source does not say.</summary>
    public string? Album { get; init; }

    /// <summary>Length in milliseconds, or null where unknown; a source's 0 is stored as null.</summary>
    public int? DurationMs { get; init; }

    /// <summary>The recording code in normal form (see <see cref="Tracks.Isrc"/>), or null.</summary>
    public string? Isrc { get; init; }

    /// <summary>The MusicBrainz recording id (lower-case UUID), or null.</summary>
    public string? RecordingMbid { get; init; }

    /// <summary>The provider's own id of the track (a Spotify URI, say), or null.</summary>
    public string? ProviderTrackId { get; init; }

    /// <summary>The file's path as a playlist file names it (M3U, XSPF), or null.</summary>
    public string? Location { get; init; }

    /// <summary>Whether nothing but its MusicBrainz recording is known: then its title only stands in for one, and says nothing.</summary>
    public bool IsNamedByMbid => RecordingMbid is { } id && Artists.Count == 0 && Title == TitleOf(id);

    /// <summary>What stands in for the title of a recording of which nothing else is known.</summary>
    /// <param name="recordingMbid">Its id at MusicBrainz.</param>
    public static string TitleOf(string recordingMbid) => $"MusicBrainz recording {recordingMbid}";

    /// <summary>The artists in one line, for people.</summary>
    public string ArtistLine => string.Join(", ", Artists);

    /// <summary>The track that asks for this song, in the library's own words.</summary>
    public static SourceTrack Of(Song song)
    {
        ArgumentNullException.ThrowIfNull(song);
        return new()
        {
            Title = song.Title,
            Artists = song.Artists.Count > 0 ? song.Artists : song.Artist.Length > 0 ? [song.Artist] : [],
            Album = song.Album,
            DurationMs = song.DurationMs,
            Isrc = song.Isrcs is [var isrc, ..] ? isrc : null,
            RecordingMbid = song.RecordingMbid,
        };
    }

    /// <summary>Whether the other one agrees in every property, the artists one by one and in order.</summary>
    public bool IsSameAs(SourceTrack other)
    {
        ArgumentNullException.ThrowIfNull(other);

        // Two lists are equal to a record only where they are one object; what is left is compared by the record itself, new properties too.
        return Artists.SequenceEqual(other.Artists) && this with { Artists = other.Artists } == other;
    }
}
