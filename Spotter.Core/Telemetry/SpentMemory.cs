using System.Runtime;

namespace Spotter.Core.Telemetry;

/// <summary>
/// Gives memory back to the machine after work that went through much of it, such as the reading of a library. The collector by itself keeps what it
/// had at the busiest moment, on a machine that mostly belongs to the music server.
/// </summary>
public static class SpentMemory
{
    /// <summary>So much must have been allocated since the last time: collecting costs about a tenth of a second.</summary>
    private const long Much = 100L * 1024 * 1024;

    /// <summary>Many runs one after the other are one piece of work.</summary>
    private const long MillisecondsBetween = 30_000;

    private static long _allocatedAtLast = GC.GetTotalAllocatedBytes();
    private static long _doneAt = Environment.TickCount64;

    /// <summary>Gives back what is free, where much was allocated since this was last done, and that is not a moment ago.</summary>
    /// <returns>Whether it was worth it.</returns>
    public static bool GiveBack()
    {
        var last = Interlocked.Read(ref _allocatedAtLast);
        var now = GC.GetTotalAllocatedBytes();
        if (now - last < Much || Environment.TickCount64 - Interlocked.Read(ref _doneAt) < MillisecondsBetween || Interlocked.CompareExchange(ref _allocatedAtLast, now, last) != last)
        {
            return false;
        }

        Interlocked.Exchange(ref _doneAt, Environment.TickCount64);
        GCSettings.LargeObjectHeapCompactionMode = GCLargeObjectHeapCompactionMode.CompactOnce;
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        return true;
    }
}
