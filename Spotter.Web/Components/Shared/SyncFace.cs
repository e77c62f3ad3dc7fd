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
    public static readonly SyncFace Removing = new("pending", "Pending", Icons.Material.Rounded.Schedule, "pending");

    /// <summary>Every face that a playlist may have, for filters.</summary>
    public static IReadOnlyList<SyncFace> All { get; } = [.. Enum.GetValues<SyncStatus>().Select(Of), Off];

    /// <summary>A switch without a default: a new status does not compile until it has a face.</summary>
    public static SyncFace Of(SyncStatus status) => status switch
    {
        SyncStatus.Pending => new("pending", "Pending", Icons.Material.Rounded.Schedule, "pending"),
        SyncStatus.Syncing => new("syncing", "Syncing…", Icons.Material.Rounded.Sync, "syncing"),
        SyncStatus.Success => new("success", "Fully synced", Icons.Material.Rounded.CheckCircle, "success"),
        SyncStatus.Warning => new("warning", "Partial sync", Icons.Material.Rounded.Contrast, "warning"),
        SyncStatus.Error => new("error", "Sync error", Icons.Material.Rounded.ErrorOutline, "error"),
    };

    /// <summary>The face of a playlist: off is off whatever the status, unless its last run is still at work.</summary>
    public static SyncFace Of(Playlist playlist) => Of(playlist.SyncEnabled, playlist.Status, playlist.SyncWantedAt is not null);

    public static SyncFace Of(bool syncEnabled, SyncStatus status, bool isWanted) => (syncEnabled, status) switch
    {
        (false, SyncStatus.Syncing) => Of(status),
        (false, _) => isWanted ? Removing : Off,
        _ => Of(status),
    };
}
