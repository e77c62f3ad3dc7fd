using System.Text.Json.Serialization;
using Spotter.Core.Facts;
using Spotter.Core.Matching;
using Spotter.Core.Targets;

namespace Spotter.Core.Playlists;

/// <summary>The figures of a run, as stored in <see cref="SyncEvent.Metadata"/>. Figures that do not apply are left out.</summary>
public sealed record SyncEventMetadata
{
    /// <summary>Spotter's own id of the playlist.</summary>
    public int? PlaylistId { get; init; }

    /// <summary>Its name at that time.</summary>
    public string? PlaylistName { get; init; }

    /// <summary>The target's id on the server.</summary>
    public string? TargetId { get; init; }

    /// <summary>The run's operation.</summary>
    public SyncOperation? Operation { get; init; }

    /// <summary>The number of source tracks.</summary>
    public int? Total { get; init; }

    /// <summary>The number of matched tracks.</summary>
    public int? Matched { get; init; }

    /// <summary>The number of tracks in review or without a match.</summary>
    public int? Unmatched { get; init; }

    /// <summary>The percentage matched, 0 to 100 with one decimal.</summary>
    public double? MatchRate { get; init; }

    /// <summary>The number of matched tracks by tier.</summary>
    public IReadOnlyDictionary<MatchTier, int>? ByTier { get; init; }

    /// <summary>The number of songs added to the target (for imports: tracks added).</summary>
    public int? Added { get; init; }

    /// <summary>The number of songs removed from it.</summary>
    public int? Removed { get; init; }

    /// <summary>The number of songs moved within it.</summary>
    public int? Moved { get; init; }

    /// <summary>The number of matched tracks that were not matched before.</summary>
    public int? NewlyMatched { get; init; }

    /// <summary>What somebody had changed on the server since the previous run.</summary>
    public TargetDrift? Drift { get; init; }

    /// <summary>The playlist's previous name, if it was renamed at its source.</summary>
    public string? RenamedFrom { get; init; }

    /// <summary>The status at the end.</summary>
    public SyncStatus? Status { get; init; }

    /// <summary>How long the run took, in milliseconds.</summary>
    public long? DurationMs { get; init; }

    /// <summary>What went wrong.</summary>
    [JsonConverter(typeof(FactTextConverter))]
    public Fact? Error { get; init; }

    /// <summary>The safety rule that held the run back.</summary>
    public SafetyRule? Rule { get; init; }

    /// <summary>Who asked.</summary>
    public SyncTrigger? Trigger { get; init; }

    /// <summary>The titles of the added songs, at most fifty.</summary>
    public IReadOnlyList<string>? AddedTitles { get; init; }

    /// <summary>The titles of the removed songs, at most fifty.</summary>
    public IReadOnlyList<string>? RemovedTitles { get; init; }
}
