using Spotter.Core.Matching;

namespace Spotter.Benchmarks.Evaluation;

/// <summary>The answers with about the same confidence, and how many of them were right.</summary>
/// <param name="From">The lower bound.</param>
/// <param name="To">The upper bound.</param>
/// <param name="Count">The number of answers.</param>
/// <param name="Right">The number of right answers.</param>
internal sealed record ConfidenceBand(double From, double To, int Count, int Right)
{
    // The normal quantile of a two-sided 95 % interval.
    private const double Z = 1.959964;

    public double ShareRight => (double)Right / Count;

    /// <summary>The 95 % interval of the share by Wilson's score (1927), which is valid for small counts and shares near 0 and 1.</summary>
    public (double Low, double High) Interval
    {
        get
        {
            var scale = 1 + (Z * Z / Count);
            var centre = (ShareRight + (Z * Z / (2 * Count))) / scale;
            var half = Z / scale * Math.Sqrt((ShareRight * (1 - ShareRight) / Count) + (Z * Z / (4.0 * Count * Count)));
            return (Math.Max(0, centre - half), Math.Min(1, centre + half));
        }
    }

    /// <summary>Whether the count is compatible with a share within the bounds.</summary>
    public bool IsAsRightAsItSays => Interval.High >= From && Interval.Low <= To;

    /// <summary>The bands with at least one answer, lowest first, with automatic matches and review together.</summary>
    /// <param name="outcomes">The answers.</param>
    /// <param name="bands">The number of bands, all of the same width.</param>
    public static IReadOnlyList<ConfidenceBand> Of(IEnumerable<QueryOutcome> outcomes, int bands = 20)
        => [.. outcomes
            .Where(outcome => outcome.Zone != MatchZone.None)
            .GroupBy(outcome => Math.Min(bands - 1, (int)((outcome.Confidence * bands) + 1e-9)))
            .OrderBy(band => band.Key)
            .Select(band => new ConfidenceBand((double)band.Key / bands, (band.Key + 1.0) / bands, band.Count(), band.Count(outcome => outcome.IsRight)))];
}
