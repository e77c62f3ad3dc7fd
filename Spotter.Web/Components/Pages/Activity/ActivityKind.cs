using Spotter.Core.Playlists;

namespace Spotter.Web.Components.Pages.Activity;

/// <summary>A filter for the audit log entries that are shown.</summary>
/// <param name="Word">Its name in the URL, empty for all.</param>
/// <param name="Label">Its name on the page.</param>
/// <param name="Types">The entry types it includes, empty for all.</param>
public sealed record ActivityKind(string Word, string Label, IReadOnlyList<SyncEventType> Types)
{
    public static ActivityKind All { get; } = new("", "All", []);

    public static IReadOnlyList<ActivityKind> Known { get; } =
    [
        All,
        new("syncs", "Syncs", [SyncEventType.Completed, SyncEventType.Skipped, SyncEventType.Failed, SyncEventType.HeldBack, SyncEventType.Rebuilt, SyncEventType.Restored]),
        new("problems", "Problems", [SyncEventType.Failed, SyncEventType.HeldBack, SyncEventType.SignInNeeded]),
        new("imports", "Imports", [SyncEventType.Imported, SyncEventType.Refreshed]),
        new("links", "Paired and let go", [SyncEventType.Paired, SyncEventType.Removed]),
        new("choices", "Your choices", [SyncEventType.Pinned]),
    ];

    /// <summary>The filter for a word in the URL: a known filter, or the name of one entry type. Any other word means all.</summary>
    public static ActivityKind Find(string? word)
        => Known.FirstOrDefault(kind => string.Equals(kind.Word, word, StringComparison.OrdinalIgnoreCase))
            ?? (Enum.TryParse<SyncEventType>(word, ignoreCase: true, out var type) && Enum.IsDefined(type)
                ? new(word!.ToLowerInvariant(), Shared.AuditLog.EventFace.Of(type).Label, [type])
                : All);
}
