using Spotter.Core.Facts;
using Spotter.Core.Tracks;

namespace Spotter.Core.Providers.Files.Watching;

/// <summary>What is known about a file of the watched folder.</summary>
/// <param name="Stamp">The file's stamp to which this applies.</param>
/// <param name="Playlists">The playlists that it holds. If it cannot be read now, those that it held before.</param>
internal sealed record KnownFile(string Stamp, IReadOnlyList<SourcePlaylistSummary> Playlists)
{
    /// <summary>Why it cannot be read. Null if it can.</summary>
    public Fact? Trouble { get; init; }

    /// <summary>Whether it is being written right now, so that it is left for the next read.</summary>
    public bool IsBusy { get; init; }
}
