namespace Spotter.Core.Formats.Readers;

/// <summary>Where a table keeps what Spotter reads; null for what it has not.</summary>
internal sealed record TrackColumns
{
    public required int Title { get; init; }

    public int? Artist { get; init; }

    /// <summary>Columns with further artists, one name each ("Artist Name 2").</summary>
    public IReadOnlyList<int> MoreArtists { get; init; } = [];

    public int? Album { get; init; }

    public int? Duration { get; init; }

    /// <summary>Whether a bare number there is known to count milliseconds.</summary>
    public bool DurationsAreMs { get; init; }

    public int? Isrc { get; init; }

    public int? RecordingMbid { get; init; }

    /// <summary>An id, URI or link of the track.</summary>
    public int? TrackId { get; init; }

    /// <summary>Whether Spotter wrote the table, so that its ids are what they are.</summary>
    public bool IsOfSpotter { get; init; }

    /// <summary>The service that <see cref="TrackId"/> belongs to.</summary>
    public int? Service { get; init; }

    /// <summary>The service that a bare id belongs to where no column says it; null where the id says it itself.</summary>
    public string? ServiceName { get; init; }

    public int? Link { get; init; }

    public int? Location { get; init; }

    public int? Playlist { get; init; }

    /// <summary>What the line says it is: it names a list that has no name of its own ("Favorite"), or is no track ("Artist").</summary>
    public int? Kind { get; init; }
}
