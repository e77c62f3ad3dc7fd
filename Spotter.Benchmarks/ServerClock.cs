using System.Diagnostics.Metrics;

namespace Spotter.Benchmarks;

/// <summary>The time that the web servers of this process have spent on answers. Here, that is only the music server.</summary>
internal sealed class ServerClock : IDisposable
{
    private readonly MeterListener _listener = new();
    private long _microseconds;

    public ServerClock()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument is { Name: "http.server.request.duration", Meter.Name: "Microsoft.AspNetCore.Hosting" })
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((_, seconds, _, _) => Interlocked.Add(ref _microseconds, (long)(seconds * 1_000_000)));
        _listener.Start();
    }

    public TimeSpan Elapsed => TimeSpan.FromMicroseconds(Interlocked.Read(ref _microseconds));

    public void Dispose() => _listener.Dispose();
}
