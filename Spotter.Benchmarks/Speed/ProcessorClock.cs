namespace Spotter.Benchmarks.Speed;

/// <summary>
/// The processor time of this process, including all threads and the system's share. On one core of a quiet machine it equals the
/// wall-clock time, and it stays right if others use that core too.
/// </summary>
internal readonly struct ProcessorClock
{
    private readonly TimeSpan _start;

    private ProcessorClock(TimeSpan start) => _start = start;

    public TimeSpan Elapsed => Environment.CpuUsage.TotalTime - _start;

    public static ProcessorClock Start() => new(Environment.CpuUsage.TotalTime);
}
