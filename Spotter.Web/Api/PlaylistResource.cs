using System.Text.Json.Serialization;
using Spotter.Core.Playlists;
using Spotter.Core.Targets;
using Spotter.Web.Wording;

namespace Spotter.Web.Api;

/// <summary>A playlist: alone with its match report, in a list without.</summary>
public sealed record PlaylistResource(
    int Id,
    string Name,
    string Source,
    string? Description,
    string? ExternalUrl,
    int TrackCount,
    bool SyncEnabled,
    SyncStatus Status,
    int MatchedTrackCount,
    int UnmatchedTrackCount,
    double MatchPercentage,
    DateTimeOffset? LastSyncedAt,
    string? Error,
    string? NavidromePlaylistId,
    string? NameOverride,
    EditPolicy EditPolicy,
    bool GoneAtSource)
{
    /// <summary>The match report, in the source's order. Left out in lists.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyList<TrackReport>? Tracks { get; init; }

    public static PlaylistResource Of(Playlist playlist, FactWording wording) => new(
        playlist.Id,
        playlist.Name,
        playlist.Source,
        playlist.Description,
        playlist.ExternalUrl,
        playlist.TrackCount,
        playlist.SyncEnabled,
        playlist.Status,
        playlist.MatchedCount,
        playlist.UnmatchedCount,
        playlist.MatchPercentage,
        playlist.LastSyncedAt,
        wording.Say(playlist.SyncError),
        playlist.NavidromePlaylistId,
        playlist.NameOverride,
        playlist.EditPolicy,
        playlist.IsGoneAtSource);
}
