using System.Runtime;

namespace Spotter.Core.Telemetry;

/// <summary>
/// Returns memory to the machine after work that used a lot of it, such as reading a library. The garbage collector alone keeps what it
/// needed at the busiest moment, on a machine that is mostly there for the music server.
/// </summary>
public static class MemoryTrimmer
{
    /// <summary>How much must have been allocated since the last time: a collection takes about a tenth of a second.</summary>
    private const long Much = 16L * 1024 * 1024;

    /// <summary>In milliseconds. Many consecutive runs count as one piece of work.</summary>
    private const long ShortestPause = 5_000;

    /// <summary>During such runs, at most a fiftieth of the time is spent on this.</summary>
    private const int PauseFor = 50;

    private const long DelayMs = 250;

    private static readonly Lock Turn = new();
    private static readonly Timer Later = new(_ => Collect());
    private static long _allocatedAtLast;
    private static long _notBefore;
    private static bool _isAwaited;

    /// <summary>If much was allocated since the last time, returns what is free: after a moment, when the caller no longer holds anything.</summary>
    /// <returns>Whether it is worth it.</returns>
    public static bool TrimSoon()
    {
        lock (Turn)
        {
            if (GC.GetTotalAllocatedBytes() - _allocatedAtLast < Much)
            {
                return false;
            }

            if (!_isAwaited)
            {
                _isAwaited = Later.Change(Math.Max(_notBefore - Environment.TickCount64, DelayMs), Timeout.Infinite);
            }

            return true;
        }
    }

    private static void Collect()
    {
        lock (Turn)
        {
            var startedAt = Environment.TickCount64;
            _isAwaited = false;
            GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            _allocatedAtLast = GC.GetTotalAllocatedBytes();
            var doneAt = Environment.TickCount64;
            _notBefore = doneAt + Math.Max(ShortestPause, PauseFor * (doneAt - startedAt));
        }
    }
}
