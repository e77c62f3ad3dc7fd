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

    /// <summary>The code in the file's tag, or null.</summary>
    public string? Isrc { get; init; }

    /// <summary>The MusicBrainz recording id, or null.</summary>
    public string? RecordingMbid { get; init; }

    /// <summary>Position on the album.</summary>
    public int TrackNumber { get; init; } = 1;

    /// <summary>Year of release.</summary>
    public int Year { get; init; } = 2020;

    /// <summary>Its genre, or null.</summary>
    public string? Genre { get; init; }

    /// <summary>The part of the title that has its own tag. Navidrome appends it in brackets. Null if there is none.</summary>
    public string? Subtitle { get; init; }

    /// <summary>Whether there is a picture in or beside its file. If the whole album has none, the server makes one up (default
    /// true).</summary>
    public bool HasCover { get; init; } = true;

    /// <summary>Its library: the first is everybody's, others are only the administrators'.</summary>
    public int LibraryId { get; init; } = 1;

    /// <summary>The path of its file below the music folder, or null for a path made from its tags.</summary>
    public string? Path { get; init; }

    /// <summary>Kilobits per second. 0 if the server does not say (default 880).</summary>
    public int BitRate { get; init; } = 880;

    /// <summary>Samples per second (default 44,100).</summary>
    public int SamplingRate { get; init; } = 44_100;

    /// <summary>The number of channels (default 2).</summary>
    public int ChannelCount { get; init; } = 2;

    /// <summary>The disc of the album (default 1).</summary>
    public int DiscNumber { get; init; } = 1;

    /// <summary>The artists in one line.</summary>
    public string ArtistLine => string.Join(" • ", Artists);

    /// <summary>The path of its file below the music folder, given or made from its tags.</summary>
    internal string FilePath => Path ?? $"{Plain(AlbumArtist)}/{Plain(Album)}/{TrackNumber:00} {Plain(Title)}.flac";

    /// <summary>The folder of its file.</summary>
    internal string FileFolder => FilePath.LastIndexOf('/') is var slash && slash < 0 ? "" : FilePath[..slash];

    /// <summary>A name as a part of a path, with a replacement for the slash.</summary>
    internal static string Plain(string name) => name.Replace('/', '_');

    /// <summary>Whether the other equals this one in everything, including the names of the artists.</summary>
    internal bool HasSameTags(DemoSong other) => this with { Artists = other.Artists } == other && Artists.SequenceEqual(other.Artists, StringComparer.Ordinal);
}
