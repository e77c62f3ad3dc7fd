using Spotter.Core.Matching;

namespace Spotter.Benchmarks.Evaluation;

/// <summary>The answers of about one confidence, and how many of them were right.</summary>
/// <param name="From">The lower edge.</param>
/// <param name="To">The upper edge.</param>
/// <param name="Count">How many answers.</param>
/// <param name="Right">How many were right.</param>
internal sealed record ConfidenceBand(double From, double To, int Count, int Right)
{
    // The normal quantile of a two-sided 95 % interval.
    private const double Z = 1.959964;

    public double ShareRight => (double)Right / Count;

    /// <summary>The 95 % interval of the share by Wilson's score (1927), which holds for small counts and shares near 0 and 1.</summary>
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

    /// <summary>Whether a share within the band's edges may be the cause of what was counted.</summary>
    public bool IsAsRightAsItSays => Interval.High >= From && Interval.Low <= To;

    /// <summary>The bands that hold an answer, lowest first; automatic and review together.</summary>
    /// <param name="outcomes">The answers.</param>
    /// <param name="bands">Into how many bands of one width the confidences are sorted.</param>
    public static IReadOnlyList<ConfidenceBand> Of(IEnumerable<QueryOutcome> outcomes, int bands = 20)
        => [.. outcomes
            .Where(outcome => outcome.Zone != MatchZone.None)
            .GroupBy(outcome => Math.Min(bands - 1, (int)((outcome.Confidence * bands) + 1e-9)))
            .OrderBy(band => band.Key)
            .Select(band => new ConfidenceBand((double)band.Key / bands, (band.Key + 1.0) / bands, band.Count(), band.Count(outcome => outcome.IsRight)))];
}
