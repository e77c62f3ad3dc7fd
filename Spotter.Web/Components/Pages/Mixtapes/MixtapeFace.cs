using MudBlazor;
using Spotter.Core.Mixtapes;

namespace Spotter.Web.Components.Pages.Mixtapes;

/// <summary>How the state of a mixtape is displayed. A new state does not compile until it has a face.</summary>
/// <param name="Label">Its name.</param>
/// <param name="Icon">Its icon.</param>
/// <param name="Tone">The tone's name in the style sheet.</param>
public sealed record MixtapeFace(string Label, string Icon, string Tone)
{
    private static readonly MixtapeFace Making = new("Being made…", Icons.Material.Rounded.Sync, "syncing");
    private static readonly MixtapeFace Queued = new("Queued", Icons.Material.Rounded.Schedule, "pending");
    private static readonly MixtapeFace NeverMade = new("Not made yet", Icons.Material.Rounded.RadioButtonUnchecked, "off");
    private static readonly MixtapeFace InPart = new("Made in part", Icons.Material.Rounded.WarningAmber, "warning");
    private static readonly MixtapeFace Made = new("Made", Icons.Material.Rounded.CheckCircle, "success");

    public static MixtapeFace Of(MixtapeItem item) => item.Progress is not null ? Making : item.Mixtape.State switch
    {
        MixtapeState.Ready => item.Mixtape switch
        {
            { WantedAt: not null } => Queued,
            { LastMadeAt: null } => NeverMade,
            { Problem: not null } => InPart,
            _ => Made,
        },
        MixtapeState.Retrying => new("Will try again", Icons.Material.Rounded.WarningAmber, "warning"),
        MixtapeState.Failed => new("Could not be made", Icons.Material.Rounded.ErrorOutline, "error"),
        MixtapeState.NeedsAdministrator => new("Needs the administrator", Icons.Material.Rounded.Key, "error"),
    };
}
