namespace Spotter.Core.Matching.Tiers;

/// <summary>What a tier found.</summary>
/// <param name="Judgements">The songs, in no order.</param>
/// <param name="Obstacle">Why nothing may be written without asking, whatever the lower tiers find; null where nothing stands in the way.</param>
internal sealed record TierFinding(IReadOnlyList<Judgement> Judgements, MatchReason? Obstacle = null)
{
    public static TierFinding Nothing { get; } = new([]);
}
