using Spotter.Core.Playlists;

namespace Spotter.Core.Sync;

/// <summary>The one door through which pages, scripts and clocks ask for a run: it stores what is wanted and sends a nudge.</summary>
public sealed class SyncRequests
{
    /// <summary>Stores the wish of a user for a playlist and nudges the job runner.</summary>
    public Task<SyncRequestOutcome> RequestAsync(int userId, int playlistId, SyncWish wish, SyncTrigger trigger, CancellationToken cancellationToken)
        => throw new NotImplementedException();

    /// <summary>Switches sync on (and asks for a sync) or off (and asks for the removal).</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="playlistId">Which.</param>
    /// <param name="enabled">On or off.</param>
    /// <param name="deleteTarget">When switching off: delete the target or keep it; null follows the configuration.</param>
    /// <param name="trigger">Who asks.</param>
    /// <param name="cancellationToken">Stops waiting for the database.</param>
    public Task<SyncRequestOutcome> SetSyncEnabledAsync(
        int userId, int playlistId, bool enabled, bool? deleteTarget, SyncTrigger trigger, CancellationToken cancellationToken)
        => throw new NotImplementedException();

    /// <summary>Asks for a sync of every playlist of the user that has sync on. Returns how many.</summary>
    public Task<int> RequestAllAsync(int userId, SyncTrigger trigger, CancellationToken cancellationToken) => throw new NotImplementedException();
}
