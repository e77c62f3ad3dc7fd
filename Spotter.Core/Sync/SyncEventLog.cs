using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Spotter.Core.Facts;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;

namespace Spotter.Core.Sync;

/// <summary>Writes the audit log, always in the same transaction as the change that it describes.</summary>
public sealed class SyncEventLog(IDbContextFactory<SpotterDbContext> contexts, IOptionsMonitor<PlaylistSyncOptions> options, TimeProvider clock)
{
    /// <summary>How many runs are removed in one transaction.</summary>
    internal const int RunsPerPass = 1_000;

    /// <summary>Adds a line about a run.</summary>
    internal void Add(SpotterDbContext db, SyncLease lease, SyncEventType type, Fact message, SyncEventMetadata metadata)
        => Add(db, lease.UserId, lease.PlaylistId, lease.Id, type, ProviderKinds.Navidrome, message, metadata with
        {
            PlaylistId = lease.PlaylistId,
            PlaylistName = lease.PlaylistName,
            Operation = lease.Request.Operation,
            Trigger = lease.Request.Trigger,
        });

    /// <summary>Adds a line about anything else.</summary>
    internal void Add(
        SpotterDbContext db, int userId, int? playlistId, Guid operationId, SyncEventType type, string provider, Fact message, SyncEventMetadata metadata)
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

    /// <summary>The figures of a line, as they were stored.</summary>
    /// <exception cref="JsonException">The text is not what Spotter writes.</exception>
    public static SyncEventMetadata ReadFigures(string metadata) => JsonSerializer.Deserialize<SyncEventMetadata>(metadata, JsonColumn.Options) ?? new();

    /// <summary>
    /// Removes the lines of runs that changed nothing, once they are older than configured. Everything else stays. It works in passes, each
    /// a short transaction: no writer waits for the whole, and a pass that is done stays done even if the next one fails.
    /// </summary>
    internal async Task ThinAsync(CancellationToken cancellationToken)
    {
        if (options.CurrentValue.KeepUneventfulDays is not (> 0 and var days))
        {
            return;
        }

        var before = clock.GetUtcNow() - TimeSpan.FromDays(days);
        while (await contexts.WriteAsync(db => ThinPassAsync(db, before, cancellationToken), cancellationToken) == RunsPerPass)
        {
        }
    }

    /// <summary>Takes out the oldest of those runs. Returns how many.</summary>
    private static async Task<int> ThinPassAsync(SpotterDbContext db, DateTimeOffset before, CancellationToken cancellationToken)
    {
        var ends = await db.SyncEvents.Where(e => e.Type == SyncEventType.Skipped && e.At < before)
            .OrderBy(e => e.At).Take(RunsPerPass).Select(e => new { e.Id, e.OperationId }).ToListAsync(cancellationToken);
        if (ends.Count == 0)
        {
            return 0;
        }

        // Each list is one parameter, whatever its length.
        var ids = ends.ConvertAll(end => end.Id);
        var operations = ends.ConvertAll(end => end.OperationId);
        await db.SyncEvents.Where(e => EF.Parameter(operations).Contains(e.OperationId) && e.At < before && e.Type == SyncEventType.Started)
            .ExecuteDeleteAsync(cancellationToken);
        await db.SyncEvents.Where(e => EF.Parameter(ids).Contains(e.Id)).ExecuteDeleteAsync(cancellationToken);
        return ends.Count;
    }

    /// <summary>The figures of a run whose outcome has just been applied to its playlist.</summary>
    internal static SyncEventMetadata Describe(Playlist playlist, SyncOutcome outcome, TimeSpan duration) => new()
    {
        TargetId = playlist.NavidromePlaylistId,
        Total = outcome.ByTier is null ? null : playlist.TotalCount,
        Matched = outcome.ByTier is null ? null : playlist.MatchedCount,
        Unmatched = outcome.ByTier is null ? null : playlist.UnmatchedCount,
        MatchRate = outcome.ByTier is null ? null : playlist.MatchPercentage,
        ByTier = outcome.ByTier,
        Added = outcome.Diff?.Added.Count,
        Removed = outcome.Diff?.Removed.Count,
        Moved = outcome.Diff?.Moved.Count,
        NewlyMatched = outcome.NewlyMatched > 0 ? outcome.NewlyMatched : null,
        Drift = outcome.Drift,
        AddedTitles = outcome.AddedTitles,
        RemovedTitles = outcome.RemovedTitles,
        Status = playlist.Status,
        DurationMs = (long)duration.TotalMilliseconds,
        Error = outcome.Signal == SyncSignal.Failed ? outcome.Message : null,
        Rule = outcome.HeldBack?.Rule,
    };
}
