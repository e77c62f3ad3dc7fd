namespace Spotter.Tests.Support;

/// <summary>A clock for code that waits between attempts. Pauses end at once; time limits expire only when the test says so.</summary>
internal sealed class HastyClock(params IReadOnlyList<TimeSpan> limits) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly IReadOnlyList<TimeSpan> _limits = limits;
    private readonly List<Limit> _armed = [];
    private TaskCompletionSource _nextArmed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The number of pauses so far.</summary>
    public int Pauses { get; private set; }

    /// <summary>Waits until the limit has been set, then lets it expire.</summary>
    public async Task ExpireAsync(TimeSpan length)
    {
        while (true)
        {
            Task next;
            lock (_gate)
            {
                if (_armed.FirstOrDefault(limit => limit.Length == length) is { } armed)
                {
                    _armed.Remove(armed);
                    armed.Fire();
                    return;
                }

                next = _nextArmed.Task;
            }

            await next.WaitAsync(TimeSpan.FromSeconds(30));
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var limit = new Limit(this, callback, state);
        limit.Change(dueTime, period);
        return limit;
    }

    private void Arm(Limit limit)
    {
        lock (_gate)
        {
            _armed.Add(limit);
            var armed = _nextArmed;
            _nextArmed = new(TaskCreationOptions.RunContinuationsAsynchronously);
            armed.SetResult();
        }
    }

    private void Disarm(Limit limit)
    {
        lock (_gate)
        {
            _armed.Remove(limit);
        }
    }

    private sealed class Limit(HastyClock clock, TimerCallback callback, object? state) : ITimer
    {
        public TimeSpan Length { get; private set; }

        public void Fire() => callback(state);

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            clock.Disarm(this);
            Length = dueTime;
            if (dueTime == Timeout.InfiniteTimeSpan)
            {
                return true;
            }

            if (clock._limits.Contains(dueTime))
            {
                clock.Arm(this);
            }
            else
            {
                clock.Pauses++;
                ThreadPool.QueueUserWorkItem(_ => callback(state));
            }

            return true;
        }

        public void Dispose() => clock.Disarm(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
