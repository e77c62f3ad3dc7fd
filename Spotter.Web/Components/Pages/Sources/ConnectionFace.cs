using MudBlazor;
using Spotter.Core.Sources;

namespace Spotter.Web.Components.Pages.Sources;

/// <summary>How the state of a connection is displayed. A new state does not compile until it has a face.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Icon">Its icon.</param>
/// <param name="Tone">The tone's name in the style sheet.</param>
public sealed record ConnectionFace(string Label, string Icon, string Tone)
{
    private static readonly ConnectionFace Running = new("Reading…", Icons.Material.Rounded.Sync, "syncing");

    public static ConnectionFace Of(ConnectionItem item) => item.IsRunning ? Running : item.Connection.State switch
    {
        SourceConnectionState.Working => new(item.Standing is null ? "Connected" : "Watched", Icons.Material.Rounded.CheckCircle, "success"),
        SourceConnectionState.Retrying => new("Will try again", Icons.Material.Rounded.WarningAmber, "warning"),
        SourceConnectionState.NeedsUser => new("Action needed", Icons.Material.Rounded.Key, "error"),
    };
}
