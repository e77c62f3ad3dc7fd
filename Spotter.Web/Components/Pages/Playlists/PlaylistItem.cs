using Spotter.Core.Events;
using Spotter.Core.Playlists;
using Spotter.Core.Providers;
using Spotter.Web.Addresses;
using Spotter.Web.Components.Shared;

namespace Spotter.Web.Components.Pages.Playlists;

/// <summary>A playlist in the list. Immutable: a row renders again only when it gets another item.</summary>
public sealed record PlaylistItem(Playlist Playlist, IReadOnlyList<string> Covers)
{
    /// <summary>The progress of its current run, or null.</summary>
    public SyncProgressed? Progress { get; init; }

    public int Id => Playlist.Id;

    public SyncFace Face => SyncFace.Of(Playlist);

    /// <summary>The server's own playlists are shown and can be paired with, but are not a source.</summary>
    public bool CanSync => Playlist.Source != ProviderKinds.Navidrome;

    public string Link => SpotterUrls.Playlist(Playlist.Id);

    public bool Fits(string? source, string? status, string? search)
        => (source is null || Playlist.Source == source)
            && (status is null || (CanSync && Face.Key == status))
            && (string.IsNullOrWhiteSpace(search) || Playlist.WantedName.Contains(search.Trim(), StringComparison.CurrentCultureIgnoreCase)
                || Playlist.Name.Contains(search.Trim(), StringComparison.CurrentCultureIgnoreCase));
}
