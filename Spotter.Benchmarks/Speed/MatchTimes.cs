using Spotter.Benchmarks.Evaluation;

namespace Spotter.Benchmarks.Speed;

/// <summary>The time of each track.</summary>
internal sealed class MatchTimes(IReadOnlyList<LabelledQuery> queries)
{
    private readonly double[] _microseconds = new double[queries.Count];

    public TimeSpan Total => TimeSpan.FromMicroseconds(_microseconds.Sum());

    /// <summary>The average number of bytes allocated per track.</summary>
    public double BytesPerTrack { get; set; }

    /// <summary>The time spent in garbage collections.</summary>
    public TimeSpan Pauses { get; set; }

    /// <summary>The number of garbage collections.</summary>
    public int Collections { get; set; }

    public void Note(int query, TimeSpan time) => _microseconds[query] = time.TotalMicroseconds;

    /// <summary>The percentile of the times, in microseconds.</summary>
    public double Percentile(double share) => At([.. _microseconds.Order()], share);

    /// <summary>The median time of the tracks of one kind, in microseconds.</summary>
    public double MedianOf(string category)
        => At([.. _microseconds.Where((_, i) => queries[i].Category == category).Order()], 0.5);

    public Dictionary<string, double> MedianByCategory()
        => queries.Select(query => query.Category!).Distinct().ToDictionary(category => category, MedianOf, StringComparer.Ordinal);

    private static double At(double[] sorted, double share) => sorted.Length == 0 ? 0 : sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))];
}
