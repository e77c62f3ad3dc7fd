using Spotter.Core.Matching;

namespace Spotter.Benchmarks.Evaluation;

/// <summary>The answers of about one confidence, and how many of them were right.</summary>
/// <param name="From">The lower edge.</param>
/// <param name="Count">How many answers.</param>
/// <param name="Right">How many were right.</param>
internal sealed record ConfidenceBand(double From, int Count, int Right)
{
    private const int Bands = 20;

    // The normal quantile of a two-sided 95 % interval.
    private const double Z = 1.959964;

    public double To => From + (1.0 / Bands);

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

    /// <summary>The bands that hold an answer, lowest first; automatic and review together.</summary>
    public static IReadOnlyList<ConfidenceBand> Of(IEnumerable<QueryOutcome> outcomes)
        => [.. outcomes
            .Where(outcome => outcome.Zone != MatchZone.None)
            .GroupBy(outcome => Math.Min(Bands - 1, (int)((outcome.Confidence * Bands) + 1e-9)))
            .OrderBy(band => band.Key)
            .Select(band => new ConfidenceBand((double)band.Key / Bands, band.Count(), band.Count(outcome => outcome.IsRight)))];
}
