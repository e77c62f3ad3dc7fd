using Spotter.Core.Playlists;
using Spotter.Core.Providers;

namespace Spotter.Core.Sources;

/// <summary>Stores playlists as their sources give them: a new row, or the difference to the one there is. Rows that stay keep their match.</summary>
public sealed class PlaylistStore
{
    /// <summary>What <see cref="SaveAsync"/> would change.</summary>
    public Task<ImportPlan> PlanAsync(int userId, string source, SourcePlaylist playlist, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Stores it, notes it in the audit log, tells the open pages, and asks for a sync where sync is on and something changed.</summary>
    /// <param name="userId">Whose.</param>
    /// <param name="source">The provider's kind.</param>
    /// <param name="playlist">What the source gives.</param>
    /// <param name="approveRemoval">Whether the user agreed to losing more tracks than may vanish without asking.</param>
    /// <param name="trigger">Who asks.</param>
    /// <param name="cancellationToken">Stops before anything is stored.</param>
    public Task<ImportResult> SaveAsync(
        int userId, string source, SourcePlaylist playlist, bool approveRemoval, SyncTrigger trigger, CancellationToken cancellationToken)
        => throw new NotImplementedException();

    /// <summary>A remote id like this one that the user has no playlist for: "csv:Road trip (2)".</summary>
    public Task<string> FreeRemoteIdAsync(int userId, string source, string remoteId, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Takes a playlist out of Spotter. The target on the server stays. False where it is not this user's, or sync is on.</summary>
    public Task<bool> ForgetAsync(int userId, int playlistId, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Gives the target a name of its own, or (null) lets it follow the source again; asks for a sync where sync is on.</summary>
    public Task<bool> RenameTargetAsync(int userId, int playlistId, string? nameOverride, CancellationToken cancellationToken) => throw new NotImplementedException();
}
