using Spotter.Core.Sources;

namespace Spotter.Web.Components.Pages.Sources;

/// <summary>How the dialog for public links was left: with a playlist, or by another way in.</summary>
public sealed record LinkDialogResult
{
    /// <summary>The playlist that is followed from now on.</summary>
    public LinkedPlaylist? Followed { get; init; }

    /// <summary>The service to be connected instead.</summary>
    public string? ConnectKind { get; init; }

    /// <summary>Whether files are to be imported instead.</summary>
    public bool ImportsFile { get; init; }
}
