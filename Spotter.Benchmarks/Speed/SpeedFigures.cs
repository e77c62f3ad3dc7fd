namespace Spotter.Benchmarks.Speed;

/// <summary>The results of one run. Times are in milliseconds, or in microseconds if the name says so. Ratios have no unit.</summary>
internal sealed record SpeedFigures
{
    public required string Commit { get; init; }

    public required int Cores { get; init; }

    public required bool PinnedToOneCore { get; init; }

    public required string Runtime { get; init; }

    public required int Songs { get; init; }

    public required int Tracks { get; init; }

    /// <summary>D: building a plain dictionary of the same songs.</summary>
    public required double DictionaryMs { get; init; }

    public required double BuildMs { get; init; }

    /// <summary>The build in units of D. The goal is at most 6.</summary>
    public required double BuildPerDictionary { get; init; }

    /// <summary>Managed bytes per song with everything that the index keeps alive. The goal is at most 450.</summary>
    public required double BytesPerSong { get; init; }

    public required double MatchMs { get; init; }

    /// <summary>All tracks in units of D. The goal is at most 2.</summary>
    public required double MatchPerDictionary { get; init; }

    public required double ExactMedianMicroseconds { get; init; }

    public required double MedianMicroseconds { get; init; }

    public required double P99Microseconds { get; init; }

    public required double MaxMicroseconds { get; init; }

    /// <summary>The goal is at most 100.</summary>
    public required double P99PerExactMedian { get; init; }

    /// <summary>The goal is at most 1,000.</summary>
    public required double MaxPerExactMedian { get; init; }

    /// <summary>The time per track, relative to that with a library of 10,000 songs. The goal is at most 4.</summary>
    public required double GrowthFromTenThousand { get; init; }

    public required double UpdateMs { get; init; }

    /// <summary>The update of one song in a hundred in units of a build. The goal is at most 0.1.</summary>
    public required double UpdatePerBuild { get; init; }

    /// <summary>Finding the changes in a newly read library, in units of a build.</summary>
    public required double DifferencePerBuild { get; init; }

    public required double LoadMs { get; init; }

    /// <summary>From the database to the index, in units of a build. The goal is at most 1.5.</summary>
    public required double LoadPerBuild { get; init; }

    /// <summary>How many times faster than S, with 50,000 songs. The goal is at least 1,000.</summary>
    public required double FasterThanScan { get; init; }

    /// <summary>How many times faster than F, with 50,000 songs. The goal is at least 200.</summary>
    public required double FasterThanFuzzySharp { get; init; }

    /// <summary>The share of tracks answered correctly, including absent ones: Spotter, S and F, the latter two at their best
    /// threshold.</summary>
    public required IReadOnlyList<AccuracyFigures> Accuracy { get; init; }

    /// <summary>The median time per track in microseconds, by its kind.</summary>
    public required IReadOnlyDictionary<string, double> MedianByCategory { get; init; }
}
