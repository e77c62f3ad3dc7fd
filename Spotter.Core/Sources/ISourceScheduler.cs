using Spotter.Core.Playlists;

namespace Spotter.Core.Sources;

/// <summary>Nudges the job runner. A nudge may be lost: the next scheduled read makes up for it.</summary>
public interface ISourceScheduler
{
    /// <summary>Has <see cref="SourceRefresher.RefreshAsync"/> called for the connection soon.</summary>
    /// <param name="connectionId">The connection.</param>
    /// <param name="name">Its name, for the name of the job.</param>
    /// <param name="trigger">Who asks.</param>
    void NudgeConnection(int connectionId, string name, SyncTrigger trigger);
}
