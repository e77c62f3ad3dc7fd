using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Providers;

namespace Spotter.Core.Sync;

/// <summary>Writes the audit log: always within the transaction of what it tells about.</summary>
public sealed class SyncEventLog(IDbContextFactory<SpotterDbContext> contexts, IOptionsMonitor<PlaylistSyncOptions> options, TimeProvider clock)
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

    /// <summary>Takes out the lines of runs that changed nothing, once they are older than is configured. Everything else stays for good.</summary>
    internal async Task ThinAsync(CancellationToken cancellationToken)
    {
        if (options.CurrentValue.KeepUneventfulDays is not (> 0 and var days))
        {
            return;
        }

        var before = clock.GetUtcNow() - TimeSpan.FromDays(days);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var uneventful = db.SyncEvents.Where(e => e.At < before && e.Type == SyncEventType.Skipped);
        await db.SyncEvents.Where(e => e.At < before && e.Type == SyncEventType.Started && uneventful.Any(end => end.OperationId == e.OperationId))
            .ExecuteDeleteAsync(cancellationToken);
        await uneventful.ExecuteDeleteAsync(cancellationToken);
    }

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
        NewlyMatched = outcome.NewlyMatched > 0 ? outcome.NewlyMatched : null,
        Drift = outcome.Drift,
        AddedTitles = outcome.AddedTitles,
        RemovedTitles = outcome.RemovedTitles,
        Status = JsonNamingPolicy.CamelCase.ConvertName(playlist.Status.ToString()),
        DurationMs = (long)duration.TotalMilliseconds,
        Error = outcome.Signal == SyncSignal.Failed ? outcome.Message : null,
        Rule = outcome.HeldBack is { } heldBack ? JsonNamingPolicy.CamelCase.ConvertName(heldBack.Rule.ToString()) : null,
    };
}
