using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Spotter.Core.Telemetry;

/// <summary>Activities and meters; exported only where the standard OTLP variable is set.</summary>
public static class SpotterTelemetry
{
    /// <summary>The name of source and meter.</summary>
    public const string Name = "Spotter";

    /// <summary>One activity a run, a child a step.</summary>
    public static readonly ActivitySource Source = new(Name);

    private static readonly Meter Meter = new(Name);

    /// <summary>Runs that ended, by operation and outcome.</summary>
    public static readonly Counter<long> Runs = Meter.CreateCounter<long>("spotter.sync.runs");

    /// <summary>How long they took, in seconds.</summary>
    public static readonly Histogram<double> Duration = Meter.CreateHistogram<double>("spotter.sync.duration", "s");

    /// <summary>Tracks matched, by tier.</summary>
    public static readonly Counter<long> Tracks = Meter.CreateCounter<long>("spotter.match.tracks");
}
