using Spotter.Core.Tracks;

namespace Spotter.Core.Matching;

/// <summary>A song that may be the track, with how it was found and how close it is.</summary>
/// <param name="Song">The song.</param>
/// <param name="Tier">The tier that found it.</param>
/// <param name="Score">Its score, by parts.</param>
public sealed record MatchCandidate(Song Song, MatchTier Tier, MatchScore Score)
{
    /// <summary>Why it needs review however likely it is. Null if nothing forbids writing it.</summary>
    public MatchReason? Waits { get; init; }
}
