using Spotter.Core.Sources;

namespace Spotter.Web.Components.Pages.Sources;

/// <summary>The result of the dialog for public links: a playlist, or another way to import.</summary>
public sealed record LinkDialogResult
{
    /// <summary>The playlist to follow.</summary>
    public LinkedPlaylist? Followed { get; init; }

    /// <summary>The service to connect instead.</summary>
    public string? ConnectKind { get; init; }

    /// <summary>Whether to import files instead.</summary>
    public bool ImportsFile { get; init; }
}
