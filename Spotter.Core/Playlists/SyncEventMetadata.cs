using System.Text.Json.Serialization;
using Spotter.Core.Facts;
using Spotter.Core.Matching;
using Spotter.Core.Targets;

namespace Spotter.Core.Playlists;

/// <summary>The figures of a run, as stored in <see cref="SyncEvent.Metadata"/>. What does not apply is left out.</summary>
public sealed record SyncEventMetadata
{
    /// <summary>Our id of the playlist.</summary>
    public int? PlaylistId { get; init; }

    /// <summary>Its name at that time.</summary>
    public string? PlaylistName { get; init; }

    /// <summary>The target's id on the server.</summary>
    public string? TargetId { get; init; }

    /// <summary>What the run was to do.</summary>
    public SyncOperation? Operation { get; init; }

    /// <summary>Source tracks.</summary>
    public int? Total { get; init; }

    /// <summary>Matched ones.</summary>
    public int? Matched { get; init; }

    /// <summary>Unmatched ones: review and missing.</summary>
    public int? Unmatched { get; init; }

    /// <summary>Share matched, 0 to 100 with one decimal.</summary>
    public double? MatchRate { get; init; }

    /// <summary>Matched tracks by tier.</summary>
    public IReadOnlyDictionary<MatchTier, int>? ByTier { get; init; }

    /// <summary>Songs added to the target (for imports: tracks).</summary>
    public int? Added { get; init; }

    /// <summary>Songs removed from it.</summary>
    public int? Removed { get; init; }

    /// <summary>Songs moved within it.</summary>
    public int? Moved { get; init; }

    /// <summary>Tracks matched that had been looked for in vain before.</summary>
    public int? NewlyMatched { get; init; }

    /// <summary>What somebody had changed on the server since the run before.</summary>
    public TargetDrift? Drift { get; init; }

    /// <summary>The name that the playlist had at its source before, where it was renamed there.</summary>
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

    /// <summary>The titles behind Added, at most fifty.</summary>
    public IReadOnlyList<string>? AddedTitles { get; init; }

    /// <summary>The titles behind Removed, at most fifty.</summary>
    public IReadOnlyList<string>? RemovedTitles { get; init; }
}
