namespace Spotter.Core.Formats.Readers;

/// <summary>Where a table keeps what Spotter reads; null for what it has not.</summary>
internal sealed record TrackColumns
{
    public required int Title { get; init; }

    public int? Artist { get; init; }

    public int? Album { get; init; }

    public int? Duration { get; init; }

    /// <summary>Whether a bare number there is known to count milliseconds.</summary>
    public bool DurationsAreMs { get; init; }

    public int? Isrc { get; init; }

    public int? RecordingMbid { get; init; }

    /// <summary>An id, URI or link of the track.</summary>
    public int? TrackId { get; init; }

    /// <summary>The service that <see cref="TrackId"/> belongs to.</summary>
    public int? Service { get; init; }

    public int? Link { get; init; }

    public int? Location { get; init; }

    public int? Playlist { get; init; }

    /// <summary>The name of a list that has none of its own, by what the line says it is ("Favorite").</summary>
    public int? Kind { get; init; }
}
