using System.Runtime;

namespace Spotter.Core.Telemetry;

/// <summary>
/// Gives memory back to the machine after work that went through much of it, such as the reading of a library. The collector by itself keeps what it
/// had at the busiest moment, on a machine that mostly belongs to the music server.
/// </summary>
public static class SpentMemory
{
    /// <summary>So much must have been allocated since the last time: collecting costs about a tenth of a second.</summary>
    private const long Much = 16L * 1024 * 1024;

    /// <summary>In milliseconds. Many runs one after the other are one piece of work.</summary>
    private const long ShortestPause = 5_000;

    /// <summary>While they last, a fiftieth of the time is spent on this at most.</summary>
    private const int PauseFor = 50;

    private const long AMoment = 250;

    private static readonly Lock Turn = new();
    private static readonly Timer Later = new(_ => Collect());
    private static long _allocatedAtLast;
    private static long _notBefore;
    private static bool _isAwaited;

    /// <summary>Where much was allocated since this was last done, gives back what is free: in a moment, when who has asked holds nothing any more.</summary>
    /// <returns>Whether it is worth it.</returns>
    public static bool GiveBackSoon()
    {
        lock (Turn)
        {
            if (GC.GetTotalAllocatedBytes() - _allocatedAtLast < Much)
            {
                return false;
            }

            if (!_isAwaited)
            {
                _isAwaited = Later.Change(Math.Max(_notBefore - Environment.TickCount64, AMoment), Timeout.Infinite);
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
