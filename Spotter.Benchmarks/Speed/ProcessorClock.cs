namespace Spotter.Benchmarks.Speed;

/// <summary>
/// The processor time of this process, all threads and the system's share included: on one core of a quiet machine the same as the time on the
/// wall, and still right where others want that core too.
/// </summary>
internal readonly struct ProcessorClock
{
    private readonly TimeSpan _start;

    private ProcessorClock(TimeSpan start) => _start = start;

    public TimeSpan Elapsed => Environment.CpuUsage.TotalTime - _start;

    public static ProcessorClock Start() => new(Environment.CpuUsage.TotalTime);
}
