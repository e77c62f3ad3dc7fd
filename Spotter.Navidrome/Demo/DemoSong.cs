namespace Spotter.Navidrome.Demo;

/// <summary>A song of the embedded server.</summary>
public sealed record DemoSong
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its title.</summary>
    public required string Title { get; init; }

    /// <summary>The credited artists, in order.</summary>
    public required IReadOnlyList<string> Artists { get; init; }

    /// <summary>Its album.</summary>
    public required string Album { get; init; }

    /// <summary>The album's artist.</summary>
    public required string AlbumArtist { get; init; }

    /// <summary>Length in whole seconds.</summary>
    public required int DurationSeconds { get; init; }

    /// <summary>The code as it stands in the file's tag, or null.</summary>
    public string? Isrc { get; init; }

    /// <summary>The MusicBrainz recording id, or null.</summary>
    public string? RecordingMbid { get; init; }

    /// <summary>Position on the album.</summary>
    public int TrackNumber { get; init; } = 1;

    /// <summary>Year of release.</summary>
    public int Year { get; init; } = 2020;

    /// <summary>Its genre, or null.</summary>
    public string? Genre { get; init; }

    /// <summary>The part of the title that a tag of its own holds; Navidrome appends it in brackets. Null where there is none.</summary>
    public string? Subtitle { get; init; }

    /// <summary>Whether a picture lies beside or in its file; where none does on the whole album, the server makes one up (default true).</summary>
    public bool HasCover { get; init; } = true;

    /// <summary>The library that it belongs to: the first is everybody's, others are the administrators'.</summary>
    public int LibraryId { get; init; } = 1;

    /// <summary>The artists in one line.</summary>
    public string ArtistLine => string.Join(" • ", Artists);
}
