using Spotter.Core.Playlists;

namespace Spotter.Core.Scheduling;

/// <summary>
/// When the clock comes next: the one place that knows which schedule a playlist or a connection follows, for the pages that say so and for the jobs that do it. For now each
/// follows the server's.
/// </summary>
/// <param name="syncs">The server's schedule for syncs.</param>
/// <param name="reads">The server's schedule for reading connections.</param>
/// <param name="clock">For the current time.</param>
public sealed class Schedules(Schedule syncs, Schedule reads, TimeProvider clock)
{
    /// <summary>The server's schedule for syncs.</summary>
    public Schedule Syncs => syncs;

    /// <summary>The server's schedule for reading connections.</summary>
    public Schedule Reads => reads;

    /// <summary>When a playlist is synced next; null where its sync is off, or its schedule names no time.</summary>
    public DateTimeOffset? NextSync(Playlist playlist)
    {
        ArgumentNullException.ThrowIfNull(playlist);
        return playlist.SyncEnabled ? playlist.NotBefore ?? syncs.NextAfter(clock.GetUtcNow()) : null;
    }

    /// <summary>When the music server is looked at next, or null where the schedule names no time.</summary>
    /// <param name="aheadOfSchedule">When it is to be looked at without the schedule; null for no such look.</param>
    public DateTimeOffset? NextLook(DateTimeOffset? aheadOfSchedule) => aheadOfSchedule ?? syncs.NextAfter(clock.GetUtcNow());

    /// <summary>When a connection is read next by its schedule, or null where that names no time.</summary>
    public DateTimeOffset? NextRead(int connectionId) => reads.NextAfter(clock.GetUtcNow());
}
