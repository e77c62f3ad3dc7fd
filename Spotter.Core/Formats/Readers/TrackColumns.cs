namespace Spotter.Core.Formats.Readers;

/// <summary>The columns of a table that Spotter reads. Null for a column that it does not have.</summary>
internal sealed record TrackColumns
{
    public required int Title { get; init; }

    public int? Artist { get; init; }

    /// <summary>Columns with more artists, one name each ("Artist Name 2").</summary>
    public IReadOnlyList<int> MoreArtists { get; init; } = [];

    public int? Album { get; init; }

    public int? Duration { get; init; }

    /// <summary>Whether bare numbers in that column are known to be milliseconds.</summary>
    public bool DurationsAreMs { get; init; }

    public int? Isrc { get; init; }

    public int? RecordingMbid { get; init; }

    /// <summary>An id, URI or link of the track.</summary>
    public int? TrackId { get; init; }

    /// <summary>Whether Spotter wrote the table. Then its ids are taken as they are.</summary>
    public bool IsOfSpotter { get; init; }

    /// <summary>The service that <see cref="TrackId"/> belongs to.</summary>
    public int? Service { get; init; }

    /// <summary>The service of bare ids, if no column names it. Null if the ids name it themselves.</summary>
    public string? ServiceName { get; init; }

    public int? Link { get; init; }

    public int? Location { get; init; }

    public int? Playlist { get; init; }

    /// <summary>The kind of the line. It names a list that has no name of its own ("Favorite"), or excludes what is not a track ("Artist").</summary>
    public int? Kind { get; init; }
}
