namespace Spotter.Core.Matching.Tiers;

/// <summary>The result of a tier.</summary>
/// <param name="Judgements">The songs, in no particular order.</param>
/// <param name="Obstacle">Why nothing may be written without asking, whatever the lower tiers find. Null if there is no obstacle.</param>
internal sealed record TierFinding(IReadOnlyList<Judgement> Judgements, MatchReason? Obstacle = null)
{
    public static TierFinding Nothing { get; } = new([]);
}
