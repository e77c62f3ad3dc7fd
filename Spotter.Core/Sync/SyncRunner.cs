namespace Spotter.Core.Sync;

/// <summary>Runs what is wanted for a playlist: takes the lease or finds nothing to do, runs the operation, ends the lease.</summary>
public sealed class SyncRunner
{
    /// <summary>Serves the playlist's waiting request, if there is one and nobody else does.</summary>
    /// <exception cref="SyncFailedException">The run failed; status, event and notification are stored.</exception>
    public Task RunAsync(int playlistId, CancellationToken cancellationToken) => throw new NotImplementedException();
}
