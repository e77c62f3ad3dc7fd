namespace Spotter.Benchmarks.Speed;

/// <summary>What one run measured. Times in milliseconds, or microseconds where the name says so; ratios without a unit.</summary>
internal sealed record SpeedFigures
{
    public required string Commit { get; init; }

    public required int Cores { get; init; }

    public required bool PinnedToOneCore { get; init; }

    public required string Runtime { get; init; }

    public required int Songs { get; init; }

    public required int Tracks { get; init; }

    /// <summary>D: the plain dictionary of the same songs.</summary>
    public required double DictionaryMs { get; init; }

    public required double BuildMs { get; init; }

    /// <summary>Build in units of D; at most 6 is wanted.</summary>
    public required double BuildPerDictionary { get; init; }

    /// <summary>Managed bytes a song with all that the index keeps alive; at most 450 is wanted.</summary>
    public required double BytesPerSong { get; init; }

    public required double MatchMs { get; init; }

    /// <summary>All tracks in units of D; at most 2 is wanted.</summary>
    public required double MatchPerDictionary { get; init; }

    public required double ExactMedianMicroseconds { get; init; }

    public required double MedianMicroseconds { get; init; }

    public required double P99Microseconds { get; init; }

    public required double MaxMicroseconds { get; init; }

    /// <summary>At most 100 is wanted.</summary>
    public required double P99PerExactMedian { get; init; }

    /// <summary>At most 1,000 is wanted.</summary>
    public required double MaxPerExactMedian { get; init; }

    /// <summary>The time a track, here against a library of 10,000 songs; at most 4 is wanted.</summary>
    public required double GrowthFromTenThousand { get; init; }

    public required double UpdateMs { get; init; }

    /// <summary>The update of one song in a hundred in units of a build; at most 0.1 is wanted.</summary>
    public required double UpdatePerBuild { get; init; }

    /// <summary>To tell what changed from a whole new read of the library, in units of a build.</summary>
    public required double DifferencePerBuild { get; init; }

    public required double LoadMs { get; init; }

    /// <summary>From the database to the index, in units of a build; at most 1.5 is wanted.</summary>
    public required double LoadPerBuild { get; init; }

    /// <summary>How many times faster than S, at 50,000 songs; at least 1,000 is wanted.</summary>
    public required double FasterThanScan { get; init; }

    /// <summary>How many times faster than F, at 50,000 songs; at least 200 is wanted.</summary>
    public required double FasterThanFuzzySharp { get; init; }

    /// <summary>Share of the tracks rightly answered, absent ones included: Spotter, S and F, each of the two at the threshold that suits it best.</summary>
    public required IReadOnlyList<AccuracyFigures> Accuracy { get; init; }

    /// <summary>Median microseconds a track by its kind.</summary>
    public required IReadOnlyDictionary<string, double> MedianByCategory { get; init; }
}
