namespace Spotter.Core.Matching;

/// <summary>The thresholds of the zones.</summary>
public sealed record MatchOptions
{
    /// <summary>The least confidence to write a match; 0 to 1, default 0.80.</summary>
    public double MinMatchConfidence { get; init; } = 0.80;

    /// <summary>How likely a song must be the one asked for, in this recording or another, to be shown for review; 0 to 1, default 0.60.</summary>
    public double ReviewConfidence { get; init; } = 0.60;

    /// <summary>How many candidates a result lists; default 8.</summary>
    public int MaxCandidates { get; init; } = 8;
}
