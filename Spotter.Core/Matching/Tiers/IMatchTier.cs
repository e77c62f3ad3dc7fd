namespace Spotter.Core.Matching.Tiers;

/// <summary>One way to look for a song. A tier only finds songs; the scorer judges them.</summary>
internal interface IMatchTier
{
    MatchTier Tier { get; }

    /// <summary>The songs found. Empty if there are none.</summary>
    TierFinding Find(MatchContext context);
}
