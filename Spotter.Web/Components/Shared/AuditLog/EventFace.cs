using MudBlazor;
using Spotter.Core.Playlists;

namespace Spotter.Web.Components.Shared.AuditLog;

/// <summary>How a type of audit log entry is displayed. A new type does not compile until it has a face.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Icon">Its icon.</param>
/// <param name="Tone">Its tone.</param>
public sealed record EventFace(string Label, string Icon, EventTone Tone)
{
    public static EventFace Of(SyncEventType type) => type switch
    {
        SyncEventType.Started => new("Started", Icons.Material.Rounded.PlayArrow, EventTone.Quiet),
        SyncEventType.Completed => new("Synced", Icons.Material.Rounded.Check, EventTone.Good),
        SyncEventType.Failed => new("Failed", Icons.Material.Rounded.ErrorOutline, EventTone.Bad),
        SyncEventType.HeldBack => new("Held back", Icons.Material.Rounded.PanTool, EventTone.Look),
        SyncEventType.Skipped => new("Nothing to do", Icons.Material.Rounded.Remove, EventTone.Quiet),
        SyncEventType.Removed => new("Let go", Icons.Material.Rounded.LinkOff, EventTone.Quiet),
        SyncEventType.Paired => new("Paired", Icons.Material.Rounded.Link, EventTone.Good),
        SyncEventType.Rebuilt => new("Rebuilt", Icons.Material.Rounded.Construction, EventTone.Good),
        SyncEventType.Imported => new("Imported", Icons.Material.Rounded.FileUpload, EventTone.Good),
        SyncEventType.Refreshed => new("Refreshed", Icons.Material.Rounded.Update, EventTone.Good),
        SyncEventType.Restored => new("Restored", Icons.Material.Rounded.Restore, EventTone.Good),
        SyncEventType.Pinned => new("Your choice", Icons.Material.Rounded.PushPin, EventTone.Quiet),
        SyncEventType.SignInNeeded => new("Sign-in needed", Icons.Material.Rounded.Key, EventTone.Look),
    };

    public string CssName => Tone switch
    {
        EventTone.Quiet => "quiet",
        EventTone.Good => "good",
        EventTone.Look => "look",
        EventTone.Bad => "bad",
    };
}
