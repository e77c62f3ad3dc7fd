using Spotter.Core.Playlists;

namespace Spotter.Core.Sources;

/// <summary>Nudges a job runner. A nudge may be lost: the next schedule makes up for it.</summary>
public interface ISourceScheduler
{
    /// <summary>Have <see cref="SourceRefresher.RefreshAsync"/> called for the connection soon.</summary>
    /// <param name="connectionId">The connection.</param>
    /// <param name="name">Its name, for the job's.</param>
    /// <param name="trigger">Who asks.</param>
    void NudgeConnection(int connectionId, string name, SyncTrigger trigger);
}
