namespace Spotter.Tests.Support;

/// <summary>A playlist's sync status, as the HTTP API returns it.</summary>
internal sealed record SyncState(
    int PlaylistId,
    string PlaylistName,
    string Source,
    bool SyncEnabled,
    string Status,
    int MatchedTrackCount,
    int TotalTrackCount,
    double MatchPercentage,
    DateTimeOffset? LastSyncedAt,
    string? Error,
    string? NavidromePlaylistId,
    string? WaitingFor);
