using Spotter.Core.Playlists;

namespace Spotter.Core.Sync;

/// <summary>The right to run one playlist's sync, with the request to serve.</summary>
/// <param name="Id">The lease's id, which is also the run's operation id in the audit log.</param>
/// <param name="UserId">The owner of the playlist.</param>
/// <param name="AccountId">The account it is synced to.</param>
/// <param name="PlaylistId">The playlist.</param>
/// <param name="PlaylistName">Its name when the run began.</param>
/// <param name="Request">The request being served.</param>
/// <param name="StartedAt">When the run began.</param>
public sealed record SyncLease(
    Guid Id, int UserId, int AccountId, int PlaylistId, string PlaylistName, SyncRequest Request, DateTimeOffset StartedAt)
{
    /// <summary>When somebody asked for the run. Null if the schedule did.</summary>
    public DateTimeOffset? AskedAt => Request.AskedAt;
}
