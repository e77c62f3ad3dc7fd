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

    /// <summary>The operation: sync, remove, rebuild, pair, restore.</summary>
    public string? Operation { get; init; }

    /// <summary>Source tracks.</summary>
    public int? Total { get; init; }

    /// <summary>Matched ones.</summary>
    public int? Matched { get; init; }

    /// <summary>Unmatched ones: review and missing.</summary>
    public int? Unmatched { get; init; }

    /// <summary>Share matched, 0 to 100 with one decimal.</summary>
    public double? MatchRate { get; init; }

    /// <summary>Matched tracks by tier, in lower case: pin, isrc, mbid, exact, fuzzy.</summary>
    public IReadOnlyDictionary<string, int>? ByTier { get; init; }

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

    /// <summary>The status at the end, in lower case.</summary>
    public string? Status { get; init; }

    /// <summary>How long the run took, in milliseconds.</summary>
    public long? DurationMs { get; init; }

    /// <summary>What went wrong.</summary>
    public string? Error { get; init; }

    /// <summary>The safety rule that held the run back.</summary>
    public string? Rule { get; init; }

    /// <summary>Who asked: schedule, user, api.</summary>
    public string? Trigger { get; init; }

    /// <summary>The titles behind Added, at most fifty.</summary>
    public IReadOnlyList<string>? AddedTitles { get; init; }

    /// <summary>The titles behind Removed, at most fifty.</summary>
    public IReadOnlyList<string>? RemovedTitles { get; init; }
}
