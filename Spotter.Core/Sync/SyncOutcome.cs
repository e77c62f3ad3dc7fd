using Spotter.Core.Facts;
using Spotter.Core.Matching;
using Spotter.Core.Playlists;
using Spotter.Core.Targets;

namespace Spotter.Core.Sync;

/// <summary>How a run ended: the signal for the status machine, the line in the log, and the changes to the playlist's row.</summary>
public sealed record SyncOutcome
{
    /// <summary>The signal for the status machine.</summary>
    public required SyncSignal Signal { get; init; }

    /// <summary>The closing event.</summary>
    public required SyncEventType EventType { get; init; }

    /// <summary>The fact to report.</summary>
    public required Fact Message { get; init; }

    /// <summary>The safety rule that held the run back, or null.</summary>
    public SafetyVerdict? HeldBack { get; init; }

    /// <summary>Why the target holds less than, or something else than, was to be written; null where it holds it all.</summary>
    public Fact? Shortfall { get; init; }

    /// <summary>Whether the user has been told already, of all their playlists at once.</summary>
    public bool IsAlreadyNotified { get; init; }

    /// <summary>The run's plan, or null.</summary>
    public TargetPlan? Plan { get; init; }

    /// <summary>The target's id if the run left it as it should be, or null.</summary>
    public string? TargetId { get; init; }

    /// <summary>The list on the server that is the target again, so that it is no longer shown as a playlist of its own. Null for
    /// none.</summary>
    public string? AdoptedListId { get; init; }

    /// <summary>Matched tracks by tier, or null if this run matched nothing.</summary>
    public IReadOnlyDictionary<MatchTier, int>? ByTier { get; init; }

    /// <summary>What changed in the target, or null.</summary>
    public TargetDiff? Diff { get; init; }

    /// <summary>The titles of <see cref="TargetDiff.Added"/>.</summary>
    public IReadOnlyList<string>? AddedTitles { get; init; }

    /// <summary>The titles of <see cref="TargetDiff.Removed"/>.</summary>
    public IReadOnlyList<string>? RemovedTitles { get; init; }

    /// <summary>The rows that the target holds now, to be remembered. Null keeps what is remembered.</summary>
    public List<WrittenSong>? Written { get; init; }

    /// <summary>Whether there is no target any more, so that what is remembered about it is deleted.</summary>
    public bool ForgetsTarget { get; init; }

    /// <summary>What somebody had changed on the server, or null.</summary>
    public TargetDrift? Drift { get; init; }

    /// <summary>The number of matched tracks that were not matched before.</summary>
    public int NewlyMatched { get; init; }

    /// <summary>Further changes to the playlist's row, made in the closing transaction. Null for none.</summary>
    public Action<Playlist>? Change { get; init; }

    /// <summary>Whether it failed because the server or the user's choice does not allow it, so that another try would fail too.</summary>
    public bool IsRefused { get; init; }

    /// <summary>The outcome of a failed run.</summary>
    public static SyncOutcome Failed(Fact message)
        => new() { Signal = SyncSignal.Failed, EventType = SyncEventType.Failed, Message = message };

    /// <summary>Applies the outcome to the playlist's row.</summary>
    internal void Apply(Playlist playlist, SyncOperation operation, DateTimeOffset now)
    {
        playlist.SyncError = Signal is SyncSignal.Failed or SyncSignal.HeldBack or SyncSignal.NothingMatched ? Message : Shortfall;
        playlist.HeldBackRule = HeldBack?.Rule;
        playlist.HeldBackPlan = HeldBack is null ? null : Plan?.Fingerprint;
        playlist.HeldBackOperation = HeldBack is null ? null : operation;
        if (NewlyMatched > 0)
        {
            (playlist.NewlyMatchedCount, playlist.NewlyMatchedAt) = (NewlyMatched, now);
        }

        if (Signal is SyncSignal.WrittenInFull or SyncSignal.WrittenInPart)
        {
            playlist.LastSyncedAt = now;
        }

        Change?.Invoke(playlist);
    }
}
