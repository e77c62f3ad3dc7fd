using Spotter.Core.Facts;

namespace Spotter.Core.Tracks;

/// <summary>A playlist as its source lists it, without its tracks.</summary>
/// <param name="RemoteId">The source's own id.</param>
/// <param name="Name">Its name.</param>
/// <param name="TrackCount">The source's number of tracks, or null if its list does not say.</param>
public sealed record SourcePlaylistSummary(string RemoteId, string Name, int? TrackCount)
{
    /// <summary>The source's description, or null.</summary>
    public string? Description { get; init; }

    /// <summary>The id or address of its image, or null.</summary>
    public string? Image { get; init; }

    /// <summary>The address of its page at the source, or null.</summary>
    public string? ExternalUrl { get; init; }

    /// <summary>A version that changes with the content, or null if the source has none.</summary>
    public string? Version { get; init; }

    /// <summary>The heading under which the source would list it, or null.</summary>
    public Fact? Group { get; init; }

    /// <summary>Why the source will not hand its tracks out, and the way round; null where it does.</summary>
    public Fact? Obstacle { get; init; }
}
