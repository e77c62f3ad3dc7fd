using Spotter.Core.Matching;
using Spotter.Core.Playlists;
using Spotter.Core.Targets;

namespace Spotter.Core.Sync;

/// <summary>How a run ended: what the status machine hears, what the log says, and what becomes of the playlist's row.</summary>
public sealed record SyncOutcome
{
    /// <summary>What the status machine hears.</summary>
    public required SyncSignal Signal { get; init; }

    /// <summary>The closing event.</summary>
    public required SyncEventType EventType { get; init; }

    /// <summary>A sentence for people.</summary>
    public required string Message { get; init; }

    /// <summary>The safety rule that held the run back, or null.</summary>
    public SafetyVerdict? HeldBack { get; init; }

    /// <summary>The plan that was made, or null.</summary>
    public TargetPlan? Plan { get; init; }

    /// <summary>Matched tracks by tier, or null where nothing was matched in this run.</summary>
    public IReadOnlyDictionary<MatchTier, int>? ByTier { get; init; }

    /// <summary>What changed in the target, or null.</summary>
    public TargetDiff? Diff { get; init; }

    /// <summary>Titles behind <see cref="TargetDiff.Added"/>.</summary>
    public IReadOnlyList<string>? AddedTitles { get; init; }

    /// <summary>Titles behind <see cref="TargetDiff.Removed"/>.</summary>
    public IReadOnlyList<string>? RemovedTitles { get; init; }

    /// <summary>Further changes to the playlist's row, made in the closing transaction; null for none.</summary>
    public Action<Playlist>? Change { get; init; }

    /// <summary>A run that failed.</summary>
    public static SyncOutcome Failed(string message)
        => new() { Signal = SyncSignal.Failed, EventType = SyncEventType.Failed, Message = message };

    /// <summary>Brings the playlist's row to what the run found.</summary>
    internal void Apply(Playlist playlist, DateTimeOffset now)
    {
        playlist.SyncError = Signal is SyncSignal.Failed or SyncSignal.HeldBack or SyncSignal.NothingMatched ? Message : null;
        playlist.HeldBackRule = HeldBack?.Rule.ToString();
        playlist.HeldBackPlan = HeldBack is null ? null : Plan?.Fingerprint;
        if (Signal is SyncSignal.WrittenInFull or SyncSignal.WrittenInPart)
        {
            playlist.LastSyncedAt = now;
        }

        Change?.Invoke(playlist);
    }
}
