namespace Spotter.Tests.Core.Sync.Walks;

/// <summary>A clock that stands still between steps. Short pauses before another attempt end at once; time limits and regular ticks never
/// come.</summary>
internal sealed class WalkClock : TimeProvider
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(14);

    private DateTimeOffset _now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    private TimeSpan _error;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now + _error;

    public override long GetTimestamp() => _now.Ticks;

    public void Advance(TimeSpan by) => _now += by;

    /// <summary>Sets the clock this far from the right time. Elapsed time is measured by another clock, as in a real machine.</summary>
    public void Set(TimeSpan error) => _error = error;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    private sealed class Timer(TimerCallback callback, object? state) : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            if (period == Timeout.InfiniteTimeSpan && dueTime >= TimeSpan.Zero && dueTime <= LongestPause)
            {
                ThreadPool.QueueUserWorkItem(_ => callback(state));
            }

            return true;
        }

        public void Dispose()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
