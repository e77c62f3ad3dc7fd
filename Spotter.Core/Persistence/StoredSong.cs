using Spotter.Core.Tracks;

namespace Spotter.Core.Persistence;

/// <summary>A song of an account's library as the database keeps it. Written and read in bulk, so only flat columns.</summary>
public sealed class StoredSong
{
    /// <summary>The account whose library it is in.</summary>
    public int AccountId { get; set; }

    /// <summary>The server's id.</summary>
    public required string SongId { get; set; }

    /// <summary>See <see cref="Song.Title"/>.</summary>
    public required string Title { get; set; }

    /// <summary>See <see cref="Song.Artist"/>.</summary>
    public required string Artist { get; set; }

    /// <summary>See <see cref="Song.Artists"/>; joined by U+001F.</summary>
    public required string Artists { get; set; }

    /// <summary>See <see cref="Song.Album"/>.</summary>
    public string? Album { get; set; }

    /// <summary>See <see cref="Song.AlbumArtist"/>.</summary>
    public string? AlbumArtist { get; set; }

    /// <summary>See <see cref="Song.AlbumId"/>.</summary>
    public string? AlbumId { get; set; }

    /// <summary>See <see cref="Song.DurationMs"/>.</summary>
    public int? DurationMs { get; set; }

    /// <summary>See <see cref="Song.Isrcs"/>; joined by blanks.</summary>
    public required string Isrcs { get; set; }

    /// <summary>See <see cref="Song.RecordingMbid"/>.</summary>
    public string? RecordingMbid { get; set; }

    /// <summary>See <see cref="Song.TrackNumber"/>.</summary>
    public int? TrackNumber { get; set; }

    /// <summary>See <see cref="Song.DiscNumber"/>.</summary>
    public int? DiscNumber { get; set; }

    /// <summary>See <see cref="Song.Year"/>.</summary>
    public int? Year { get; set; }

    /// <summary>See <see cref="Song.Path"/>.</summary>
    public string? Path { get; set; }

    /// <summary>See <see cref="Song.CoverArtId"/>.</summary>
    public string? CoverArtId { get; set; }

    /// <summary>See <see cref="Song.BitRate"/>.</summary>
    public int? BitRate { get; set; }

    /// <summary>See <see cref="Song.Suffix"/>.</summary>
    public string? Suffix { get; set; }

    /// <summary>See <see cref="Song.IsStarred"/>.</summary>
    public bool IsStarred { get; set; }
}
