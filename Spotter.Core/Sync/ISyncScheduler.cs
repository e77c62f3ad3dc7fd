using Spotter.Core.Playlists;

namespace Spotter.Core.Sync;

/// <summary>Nudges the job runner. A nudge may be lost or arrive twice: the request itself is in the database.</summary>
public interface ISyncScheduler
{
    /// <summary>Has <see cref="SyncRunner.RunAsync"/> called for the playlist soon.</summary>
    /// <param name="playlistId">The playlist.</param>
    /// <param name="playlistName">Its name, for the name of the job.</param>
    /// <param name="operation">The requested operation, for the name of the job.</param>
    void Nudge(int playlistId, string playlistName, SyncOperation operation);
}
