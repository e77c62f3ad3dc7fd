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

    /// <summary>Where its file lies below the music folder, or null for a place made of its tags.</summary>
    public string? Path { get; init; }

    /// <summary>Kilobits a second; 0 where the server does not say (default 880).</summary>
    public int BitRate { get; init; } = 880;

    /// <summary>Samples a second (default 44,100).</summary>
    public int SamplingRate { get; init; } = 44_100;

    /// <summary>How many channels (default 2).</summary>
    public int ChannelCount { get; init; } = 2;

    /// <summary>The disc of the album (default 1).</summary>
    public int DiscNumber { get; init; } = 1;

    /// <summary>The artists in one line.</summary>
    public string ArtistLine => string.Join(" • ", Artists);

    /// <summary>Where its file lies below the music folder, given or made of its tags.</summary>
    internal string FilePath => Path ?? $"{Plain(AlbumArtist)}/{Plain(Album)}/{TrackNumber:00} {Plain(Title)}.flac";

    /// <summary>The folder of its file.</summary>
    internal string FileFolder => FilePath.LastIndexOf('/') is var slash && slash < 0 ? "" : FilePath[..slash];

    /// <summary>A part of a path: what cannot stand in one is a line.</summary>
    internal static string Plain(string name) => name.Replace('/', '_');

    /// <summary>Whether the other is the same in everything, its artists compared by name.</summary>
    internal bool HasSameTags(DemoSong other) => this with { Artists = other.Artists } == other && Artists.SequenceEqual(other.Artists, StringComparer.Ordinal);
}
