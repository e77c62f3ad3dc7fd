namespace Spotter.Core.Tracks;

/// <summary>One song of a user's library, as one account sees it.</summary>
public sealed record Song
{
    /// <summary>The server's id. Opaque, and not permanent: a scan or an upgrade may change it.</summary>
    public required string Id { get; init; }

    /// <summary>The title as tagged.</summary>
    public required string Title { get; init; }

    /// <summary>The artist line as the server shows it.</summary>
    public string Artist { get; init; } = "";

    /// <summary>The credited artists, separately. If the server has only a line, that line alone.</summary>
    public IReadOnlyList<string> Artists { get; init; } = [];

    /// <summary>The album, or null.</summary>
    public string? Album { get; init; }

    /// <summary>The album's artist line, or null.</summary>
    public string? AlbumArtist { get; init; }

    /// <summary>The id of the album on the server, or null.</summary>
    public string? AlbumId { get; init; }

    /// <summary>Length in milliseconds, or null if unknown. Servers cut it to whole seconds: allow 1,000 ms before any tolerance.</summary>
    public int? DurationMs { get; init; }

    /// <summary>The recording codes in normal form. Usually one, sometimes several, often none.</summary>
    public IReadOnlyList<string> Isrcs { get; init; } = [];

    /// <summary>The MusicBrainz recording id (lower-case UUID), or null.</summary>
    public string? RecordingMbid { get; init; }

    /// <summary>Position on the disc, 1-based, or null.</summary>
    public int? TrackNumber { get; init; }

    /// <summary>Disc, 1-based, or null.</summary>
    public int? DiscNumber { get; init; }

    /// <summary>Year of release, or null.</summary>
    public int? Year { get; init; }

    /// <summary>The path according to the server. On Navidrome it may be made up. Null if there is none.</summary>
    public string? Path { get; init; }

    /// <summary>The id of its cover for the server's getCoverArt, or null.</summary>
    public string? CoverArtId { get; init; }

    /// <summary>The bit rate in kilobits per second, or null.</summary>
    public int? BitRate { get; init; }

    /// <summary>File type without the dot ("flac"), or null.</summary>
    public string? Suffix { get; init; }

    /// <summary>Whether the user starred it.</summary>
    public bool IsStarred { get; init; }
}
