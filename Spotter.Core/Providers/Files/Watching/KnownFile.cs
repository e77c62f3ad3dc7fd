using Spotter.Core.Facts;
using Spotter.Core.Tracks;

namespace Spotter.Core.Providers.Files.Watching;

/// <summary>What is known of a file of the watched folder.</summary>
/// <param name="Stamp">The stamp that this is true of.</param>
/// <param name="Playlists">The playlists that it holds; where it cannot be read now, those that it held before.</param>
internal sealed record KnownFile(string Stamp, IReadOnlyList<SourcePlaylistSummary> Playlists)
{
    /// <summary>Why it cannot be read; null where it can.</summary>
    public Fact? Trouble { get; init; }

    /// <summary>Whether somebody is at it just now, so that it is left for the next look.</summary>
    public bool IsBusy { get; init; }
}
