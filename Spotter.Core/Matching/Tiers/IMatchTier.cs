namespace Spotter.Core.Matching.Tiers;

/// <summary>One place to look for a song. A tier says where; how good a song is, the scorer says.</summary>
internal interface IMatchTier
{
    /// <summary>Which tier it is.</summary>
    MatchTier Tier { get; }

    /// <summary>What it finds; empty where it has nothing to say.</summary>
    TierFinding Find(MatchContext context);
}
