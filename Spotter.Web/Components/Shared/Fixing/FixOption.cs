using Spotter.Core.Matching;
using Spotter.Core.Tracks;

namespace Spotter.Web.Components.Shared.Fixing;

/// <summary>A song that the user may choose for a source track.</summary>
/// <param name="Song">The song.</param>
/// <param name="Tier">How the matcher found it. Null if the user searched for it.</param>
/// <param name="Score">The matcher's score, or null if it has none.</param>
/// <param name="Comparison">The comparison part by part.</param>
/// <param name="IsChosen">Whether the row is matched to it now.</param>
public sealed record FixOption(Song Song, MatchTier? Tier, MatchScore? Score, SongComparison Comparison, bool IsChosen)
{
    /// <summary>Why the song needs a review however likely it is. Null if nothing prevents writing it.</summary>
    public MatchReason? Waits { get; init; }
}
