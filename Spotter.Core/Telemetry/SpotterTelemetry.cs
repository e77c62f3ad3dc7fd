using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Spotter.Core.Telemetry;

/// <summary>Activities and meters; exported only where the standard OTLP variable is set.</summary>
public static class SpotterTelemetry
{
    /// <summary>The name of source and meter.</summary>
    public const string Name = "Spotter";

    /// <summary>One activity a run, a child a step; all of them work inside Spotter (<see cref="ActivityKind.Internal"/>). The calls to servers are those of the HTTP client.</summary>
    public static readonly ActivitySource Source = new(Name);

    /// <summary>The attribute that says what a run was to do.</summary>
    public const string Operation = "spotter.sync.operation";

    /// <summary>The attribute that says how a run ended.</summary>
    public const string Outcome = "spotter.sync.outcome";

    /// <summary>The attribute that says how tracks were found.</summary>
    public const string Tier = "spotter.match.tier";

    /// <summary>The attribute of a playlist's number; of activities only, since there is no end of playlists.</summary>
    public const string Playlist = "spotter.playlist.id";

    private static readonly Meter Meter = new(Name);

    /// <summary>Runs that ended, by <see cref="Operation"/> and <see cref="Outcome"/>.</summary>
    public static readonly Counter<long> Runs = Meter.CreateCounter<long>("spotter.sync.runs", "{run}", "Runs that ended.");

    /// <summary>How long they took, in seconds, by the same. The default boundaries are meant for milliseconds.</summary>
    public static readonly Histogram<double> Duration = Meter.CreateHistogram(
        "spotter.sync.duration", "s", "How long runs took.",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600] });

    /// <summary>Tracks matched, by <see cref="Tier"/>.</summary>
    public static readonly Counter<long> Tracks = Meter.CreateCounter<long>("spotter.match.tracks", "{track}", "Tracks that were matched.");
}
