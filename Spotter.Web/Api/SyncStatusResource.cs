using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Web.Wording;

namespace Spotter.Web.Api;

/// <summary>The sync status of a playlist. <c>waitingFor</c> says what a pending run waits for, such as "waiting for the scan (1,200 files
/// so far)". It is null if the run only waits for its turn.</summary>
public sealed record SyncStatusResource(
    int PlaylistId,
    string PlaylistName,
    string Source,
    bool SyncEnabled,
    SyncStatus Status,
    int MatchedTrackCount,
    int TotalTrackCount,
    double MatchPercentage,
    DateTimeOffset? LastSyncedAt,
    string? Error,
    string? NavidromePlaylistId,
    string? WaitingFor)
{
    /// <summary>What is held back and can be approved. Left out if nothing is.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public HeldBackResource? HeldBack { get; init; }

    /// <summary>Tracks that the user decided about on the pages and whose decision is not in the target yet; left out where there is none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? DecisionsToWrite { get; init; }

    /// <summary>The status of a playlist of this user, or null where there is none.</summary>
    public static async Task<SyncStatusResource?> FindAsync(
        IDbContextFactory<SpotterDbContext> contexts, FactWording wording, int userId, int playlistId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var playlist = await db.Playlists.AsNoTracking()
            .SingleOrDefaultAsync(p => p.Id == playlistId && p.UserId == userId, cancellationToken);
        if (playlist is null)
        {
            return null;
        }

        var decisions = await db.DecisionsToWrite.CountAsync(decision => decision.PlaylistId == playlistId && decision.WrittenAt == null, cancellationToken);
        return Of(playlist, wording) with { DecisionsToWrite = decisions == 0 ? null : decisions };
    }

    // Before the first matching, none of the source's tracks is matched.
    private static SyncStatusResource Of(Playlist playlist, FactWording wording) => new(
        playlist.Id,
        playlist.Name,
        playlist.Source,
        playlist.SyncEnabled,
        playlist.Status,
        playlist.MatchedCount,
        playlist.TotalCount == 0 ? playlist.TrackCount : playlist.TotalCount,
        playlist.MatchPercentage,
        playlist.LastSyncedAt,
        wording.Say(playlist.SyncError),
        playlist.NavidromePlaylistId,
        playlist is { Status: SyncStatus.Pending, SyncWantedAt: not null } ? wording.Say(playlist.WaitingFor) : null)
    {
        HeldBack = HeldBackResource.Of(playlist),
    };
}
