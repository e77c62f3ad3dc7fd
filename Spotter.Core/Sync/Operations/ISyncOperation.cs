using Spotter.Core.Playlists;

namespace Spotter.Core.Sync.Operations;

/// <summary>Serves one kind of request. Each kind has one implementation.</summary>
public interface ISyncOperation
{
    /// <summary>The kind of request that it serves.</summary>
    SyncOperation Operation { get; }

    /// <summary>Carries out the request while the run holds its lease.</summary>
    /// <exception cref="LeaseLostException">The run has lost its lease and stopped before its next call that changes the
    /// server.</exception>
    Task<SyncOutcome> RunAsync(SyncRun run, CancellationToken cancellationToken);
}
