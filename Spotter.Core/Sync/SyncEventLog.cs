using System.Text.Json;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Providers;

namespace Spotter.Core.Sync;

/// <summary>Writes the audit log: always within the transaction of what it tells about.</summary>
public sealed class SyncEventLog(TimeProvider clock)
{
    /// <summary>A line about a run.</summary>
    internal void Add(SpotterDbContext db, SyncLease lease, SyncEventType type, string message, SyncEventMetadata metadata)
        => Add(db, lease.UserId, lease.PlaylistId, lease.Id, type, ProviderKinds.Navidrome, message, metadata with
        {
            PlaylistId = lease.PlaylistId,
            PlaylistName = lease.PlaylistName,
            Operation = JsonNamingPolicy.CamelCase.ConvertName(lease.Request.Operation.ToString()),
            Trigger = JsonNamingPolicy.CamelCase.ConvertName(lease.Request.Trigger.ToString()),
        });

    /// <summary>A line about anything else.</summary>
    internal void Add(
        SpotterDbContext db, int userId, int? playlistId, Guid operationId, SyncEventType type, string provider, string message, SyncEventMetadata metadata)
        => db.SyncEvents.Add(new SyncEvent
        {
            At = clock.GetUtcNow(),
            UserId = userId,
            PlaylistId = playlistId,
            OperationId = operationId,
            Type = type,
            Provider = provider,
            Message = message,
            Metadata = JsonSerializer.Serialize(metadata, JsonColumn.Options),
        });

    /// <summary>The figures of a run that has just been applied to its playlist.</summary>
    internal static SyncEventMetadata Describe(Playlist playlist, SyncOutcome outcome, TimeSpan duration) => new()
    {
        TargetId = playlist.NavidromePlaylistId,
        Total = outcome.ByTier is null ? null : playlist.TotalCount,
        Matched = outcome.ByTier is null ? null : playlist.MatchedCount,
        Unmatched = outcome.ByTier is null ? null : playlist.UnmatchedCount,
        MatchRate = outcome.ByTier is null ? null : playlist.MatchPercentage,
        ByTier = outcome.ByTier?.ToDictionary(pair => JsonNamingPolicy.CamelCase.ConvertName(pair.Key.ToString()), pair => pair.Value),
        Added = outcome.Diff?.Added.Count,
        Removed = outcome.Diff?.Removed.Count,
        Moved = outcome.Diff?.Moved.Count,
        AddedTitles = outcome.AddedTitles,
        RemovedTitles = outcome.RemovedTitles,
        Status = JsonNamingPolicy.CamelCase.ConvertName(playlist.Status.ToString()),
        DurationMs = (long)duration.TotalMilliseconds,
        Error = outcome.Signal == SyncSignal.Failed ? outcome.Message : null,
        Rule = outcome.HeldBack is { } heldBack ? JsonNamingPolicy.CamelCase.ConvertName(heldBack.Rule.ToString()) : null,
    };
}
