namespace Spotter.Core.Tracks;

/// <summary>
/// A track as its source describes it. This is the one definition of its properties: files and services are read into it, rows store it
/// (one column per property), and the matcher, reports and exports read it. The same track twice in a playlist is two rows.
/// </summary>
public sealed record SourceTrack
{
    /// <summary>The title as given, including decoration. Never empty.</summary>
    public required string Title { get; init; }

    /// <summary>The credited artists, in order. Empty if the source names none. A name may contain a comma or an ampersand.</summary>
    public IReadOnlyList<string> Artists { get; init; } = [];

    /// <summary>The album, or null if the source does not say.</summary>
    public string? Album { get; init; }

    /// <summary>Length in milliseconds, or null if unknown. A source's 0 is stored as null.</summary>
    public int? DurationMs { get; init; }

    /// <summary>The recording code in normal form (see <see cref="Tracks.Isrc"/>), or null.</summary>
    public string? Isrc { get; init; }

    /// <summary>The MusicBrainz recording id (lower-case UUID), or null.</summary>
    public string? RecordingMbid { get; init; }

    /// <summary>The provider's own id of the track (such as a Spotify URI), or null.</summary>
    public string? ProviderTrackId { get; init; }

    /// <summary>The file's path in a playlist file (M3U, XSPF), or null.</summary>
    public string? Location { get; init; }

    /// <summary>Whether only its MusicBrainz recording is known, so that its title is a placeholder without a meaning.</summary>
    public bool IsNamedByMbid => RecordingMbid is { } id && Artists.Count == 0 && Title == TitleOf(id);

    /// <summary>The placeholder title of a recording about which nothing else is known.</summary>
    /// <param name="recordingMbid">Its id at MusicBrainz.</param>
    public static string TitleOf(string recordingMbid) => $"MusicBrainz recording {recordingMbid}";

    /// <summary>The artists in one line, for display.</summary>
    public string ArtistLine => string.Join(", ", Artists);

    /// <summary>The track with this song's own metadata, by which the song is found.</summary>
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

    /// <summary>Whether all properties are equal, including the artists and their order.</summary>
    public bool IsSameAs(SourceTrack other)
    {
        ArgumentNullException.ThrowIfNull(other);

        // A record compares lists by reference, so the artists are compared here. The record itself compares the rest, including future
        // properties.
        return Artists.SequenceEqual(other.Artists) && this with { Artists = other.Artists } == other;
    }
}
