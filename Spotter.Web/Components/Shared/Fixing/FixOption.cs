using Spotter.Core.Matching;
using Spotter.Core.Tracks;

namespace Spotter.Web.Components.Shared.Fixing;

/// <summary>A song that one may choose for a source track.</summary>
/// <param name="Song">The song.</param>
/// <param name="Tier">How the matcher found it; null where it was searched for by hand.</param>
/// <param name="Score">The matcher's score; null where it has none.</param>
/// <param name="Comparison">Part by part.</param>
/// <param name="IsChosen">Whether the row is matched to it now.</param>
public sealed record FixOption(Song Song, MatchTier? Tier, MatchScore? Score, SongComparison Comparison, bool IsChosen)
{
    /// <summary>Why the song waits however likely it is; null where nothing forbids writing it.</summary>
    public MatchReason? Waits { get; init; }
}
