using Spotter.Core.Playlists;

namespace Spotter.Core.Sync.Operations;

/// <summary>Serves one kind of request. Whoever adds a kind adds one of these.</summary>
public interface ISyncOperation
{
    /// <summary>The kind that it serves.</summary>
    SyncOperation Operation { get; }

    /// <summary>Runs it while the run holds its lease.</summary>
    /// <exception cref="LeaseLostException">The run has lost its lease, and stopped before its next call that changes the server.</exception>
    Task<SyncOutcome> RunAsync(SyncRun run, CancellationToken cancellationToken);
}
