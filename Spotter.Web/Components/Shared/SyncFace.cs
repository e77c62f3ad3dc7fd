using MudBlazor;
using Spotter.Core.Playlists;

namespace Spotter.Web.Components.Shared;

/// <summary>How a playlist's state is displayed: the only place for its label, icon and colour.</summary>
/// <param name="Key">Its name in addresses and test ids.</param>
/// <param name="Label">The text on the page.</param>
/// <param name="Icon">The icon, since colour alone is not enough.</param>
/// <param name="Tone">The class that colours it: off, pending, syncing, success, warning, error.</param>
public sealed record SyncFace(string Key, string Label, string Icon, string Tone)
{
    public static readonly SyncFace Off = new("off", "Not synced", Icons.Material.Rounded.RemoveCircleOutline, "off");

    /// <summary>A safety rule prevents writing, however much is matched.</summary>
    public static readonly SyncFace HeldBack = new("held-back", "Held back", Icons.Material.Rounded.PauseCircleOutline, "warning");

    /// <summary>The library has none of its tracks, so nothing is written.</summary>
    public static readonly SyncFace NothingMatched = new("nothing-matched", "Nothing matched", Icons.Material.Rounded.SearchOff, "warning");

    /// <summary>Everything is matched, but the target contains something else.</summary>
    public static readonly SyncFace NotAllWritten = new("not-all-written", "Not all written", Icons.Material.Rounded.RuleFolder, "warning");

    /// <summary>Every possible face, for filters.</summary>
    public static IReadOnlyList<SyncFace> All { get; } = [.. Enum.GetValues<SyncStatus>().Select(Of), HeldBack, NothingMatched, NotAllWritten, Off];

    /// <summary>Whether "matched of all" describes the target as it is or is about to be.</summary>
    public bool HasCounts => this != Off && this != HeldBack && this != NothingMatched && this != NotAllWritten;

    /// <summary>A switch without a default, so that a new status does not compile until it has a face.</summary>
    public static SyncFace Of(SyncStatus status) => status switch
    {
        SyncStatus.Pending => new("pending", "Pending", Icons.Material.Rounded.Schedule, "pending"),
        SyncStatus.Syncing => new("syncing", "Syncing…", Icons.Material.Rounded.Sync, "syncing"),
        SyncStatus.Success => new("success", "Fully synced", Icons.Material.Rounded.CheckCircle, "success"),
        SyncStatus.Warning => new("warning", "Partial sync", Icons.Material.Rounded.Contrast, "warning"),
        SyncStatus.Error => new("error", "Sync error", Icons.Material.Rounded.ErrorOutline, "error"),
    };

    /// <summary>
    /// The face of a playlist. With sync off it is "off" whatever the status, unless a run is under way or queued. A status that
    /// contradicts the counts is not shown.
    /// </summary>
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
