using MudBlazor;
using Spotter.Core.Playlists;

namespace Spotter.Web.Components.Shared;

/// <summary>How a playlist's state looks: the one place that knows label, icon and colour.</summary>
/// <param name="Key">The word in addresses and test ids.</param>
/// <param name="Label">For people.</param>
/// <param name="Icon">Never colour alone.</param>
/// <param name="Tone">The class that colours it: off, pending, syncing, success, warning, error.</param>
public sealed record SyncFace(string Key, string Label, string Icon, string Tone)
{
    public static readonly SyncFace Off = new("off", "Not synced", Icons.Material.Rounded.RemoveCircleOutline, "off");

    /// <summary>A safety rule keeps it from being written, however much is matched.</summary>
    public static readonly SyncFace HeldBack = new("held-back", "Held back", Icons.Material.Rounded.PauseCircleOutline, "warning");

    /// <summary>The library has none of its tracks, so that nothing is written.</summary>
    public static readonly SyncFace NothingMatched = new("nothing-matched", "Nothing matched", Icons.Material.Rounded.SearchOff, "warning");

    /// <summary>Everything is matched, but the target holds something else.</summary>
    public static readonly SyncFace NotAllWritten = new("not-all-written", "Not all written", Icons.Material.Rounded.RuleFolder, "warning");

    /// <summary>Every face that a playlist may have, for filters.</summary>
    public static IReadOnlyList<SyncFace> All { get; } = [.. Enum.GetValues<SyncStatus>().Select(Of), HeldBack, NothingMatched, NotAllWritten, Off];

    /// <summary>Whether "matched of all" says how much of it is in the target, or is about to be.</summary>
    public bool HasCounts => this != Off && this != HeldBack && this != NothingMatched && this != NotAllWritten;

    /// <summary>A switch without a default: a new status does not compile until it has a face.</summary>
    public static SyncFace Of(SyncStatus status) => status switch
    {
        SyncStatus.Pending => new("pending", "Pending", Icons.Material.Rounded.Schedule, "pending"),
        SyncStatus.Syncing => new("syncing", "Syncing…", Icons.Material.Rounded.Sync, "syncing"),
        SyncStatus.Success => new("success", "Fully synced", Icons.Material.Rounded.CheckCircle, "success"),
        SyncStatus.Warning => new("warning", "Partial sync", Icons.Material.Rounded.Contrast, "warning"),
        SyncStatus.Error => new("error", "Sync error", Icons.Material.Rounded.ErrorOutline, "error"),
    };

    /// <summary>The face of a playlist: off is off whatever the status, unless its last run is still at work. A status that the counts contradict is not shown.</summary>
    public static SyncFace Of(Playlist playlist) => playlist switch
    {
        { Status: SyncStatus.Syncing } => Of(playlist.Status),
        { SyncEnabled: false } => playlist.SyncWantedAt is null ? Off : Of(SyncStatus.Pending),
        { Status: SyncStatus.Warning, HeldBackRule: not null } => HeldBack,
        { Status: SyncStatus.Warning, TotalCount: > 0, MatchedCount: 0 } => NothingMatched,
        { Status: SyncStatus.Warning, TotalCount: > 0, UnmatchedCount: 0 } => NotAllWritten,
        { Status: SyncStatus.Success, UnmatchedCount: > 0 } => Of(SyncStatus.Warning),
        _ => Of(playlist.Status),
    };
}
