using Spotter.Core.Tracks;

namespace Spotter.Core.Matching;

/// <summary>The matcher's result for one source track.</summary>
/// <param name="Zone">What may be done with it.</param>
/// <param name="Song">The song that Spotter would write. Only set in <see cref="MatchZone.Auto"/>.</param>
/// <param name="Tier">The tier that decided. Null in <see cref="MatchZone.None"/>.</param>
/// <param name="Score">The score of <paramref name="Song"/>, or of the best candidate in review.</param>
/// <param name="Reason">The deciding fact.</param>
/// <param name="Candidates">The best candidates, best first, at most <see cref="MatchOptions.MaxCandidates"/>. Never a rejected
/// song.</param>
public sealed record MatchResult(
    MatchZone Zone, Song? Song, MatchTier? Tier, MatchScore? Score, MatchReason Reason, IReadOnlyList<MatchCandidate> Candidates)
{
    /// <summary>0 to 1, and 0 if nothing was found.</summary>
    public double Confidence => Score?.Confidence ?? 0;
}
