using Spotter.Core.Playlists;

namespace Spotter.Core.Sync;

/// <summary>Nudges the job runner. A nudge may be lost or arrive twice: the request itself is in the database.</summary>
public interface ISyncScheduler
{
    /// <summary>Has <see cref="SyncRunner.RunAsync"/> called for the playlist soon.</summary>
    /// <param name="playlistId">The playlist.</param>
    /// <param name="playlistName">Its name, for the job's.</param>
    /// <param name="operation">What is wanted, for the job's name.</param>
    /// <param name="after">How long the run is to wait. A later nudge for the same playlist replaces one that waits; zero does not wait.</param>
    void Nudge(int playlistId, string playlistName, SyncOperation operation, TimeSpan after);
}
