using Spotter.Core.Playlists;

namespace Spotter.Core.Scheduling;

/// <summary>The one place that knows which schedule a playlist or a connection follows. For now all follow the server's.</summary>
/// <param name="syncs">The server's schedule for syncs.</param>
/// <param name="reads">The server's schedule for reading connections.</param>
/// <param name="clock">For the current time.</param>
public sealed class Schedules(Schedule syncs, Schedule reads, TimeProvider clock)
{
    /// <summary>When a playlist is next synced. Null if its sync is off, or if its schedule has no next time.</summary>
    public DateTimeOffset? NextSync(Playlist playlist)
    {
        ArgumentNullException.ThrowIfNull(playlist);
        return playlist.SyncEnabled ? playlist.NotBefore ?? syncs.NextAfter(clock.GetUtcNow()) : null;
    }

    /// <summary>When a connection is next read on schedule, or null if the schedule has no next time.</summary>
    public DateTimeOffset? NextRead(int connectionId) => reads.NextAfter(clock.GetUtcNow());
}
