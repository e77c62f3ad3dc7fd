using Spotter.Core.Tracks;

namespace Spotter.Core.Formats.Decisions;

/// <summary>A decision about a match as a file holds it: by what track and song are, so that it is valid on any server.</summary>
/// <param name="Kind">The kind of decision.</param>
/// <param name="Key">The key that it is stored under . Null if the file does not say: then the track's own.</param>
/// <param name="Track">The source track.</param>
/// <param name="Song">The song. Its id is only a hint. Null for <see cref="FiledKind.Never"/>.</param>
/// <param name="DecidedAt">When the user decided. Null if the file does not say.</param>
public sealed record FiledDecision(FiledKind Kind, string? Key, SourceTrack Track, Song? Song, DateTimeOffset? DecidedAt)
{
    /// <summary>The 1-based line of the file. 0 if it does not come from a file.</summary>
    public int Line { get; init; }
}
