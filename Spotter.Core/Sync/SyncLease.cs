using Spotter.Core.Playlists;

namespace Spotter.Core.Sync;

/// <summary>The right to run one playlist's sync, with what the run is to do.</summary>
/// <param name="Id">The lease's id; also the run's operation id in the audit log.</param>
/// <param name="UserId">Whose playlist.</param>
/// <param name="AccountId">The account it is synced to.</param>
/// <param name="PlaylistId">The playlist.</param>
/// <param name="PlaylistName">Its name at the start.</param>
/// <param name="Request">The request being served.</param>
/// <param name="StartedAt">When the run began.</param>
public sealed record SyncLease(
    Guid Id, int UserId, int AccountId, int PlaylistId, string PlaylistName, SyncRequest Request, DateTimeOffset StartedAt)
{
    /// <summary>When somebody asked for the run; null where the clock did.</summary>
    public DateTimeOffset? AskedAt => Request.AskedAt;
}
