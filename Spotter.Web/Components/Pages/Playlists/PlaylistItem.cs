using Spotter.Core.Events;
using Spotter.Core.Playlists;
using Spotter.Core.Providers;
using Spotter.Web.Addresses;
using Spotter.Web.Components.Shared;

namespace Spotter.Web.Components.Pages.Playlists;

/// <summary>A playlist as the list shows it. Never changed, always replaced: a row draws itself again only when its item is another.</summary>
public sealed record PlaylistItem(Playlist Playlist, IReadOnlyList<string> Covers)
{
    /// <summary>How far a run of it has come, or null.</summary>
    public SyncProgressed? Progress { get; init; }

    public int Id => Playlist.Id;

    public SyncFace Face => SyncFace.Of(Playlist);

    /// <summary>The server's own playlists are shown, and paired with, but are no source.</summary>
    public bool CanSync => Playlist.Source != ProviderKinds.Navidrome;

    public string Link => SpotterUrls.Playlist(Playlist.Id);

    public bool Fits(string? source, string? status, string? search)
        => (source is null || Playlist.Source == source)
            && (status is null || (CanSync && Face.Key == status))
            && (string.IsNullOrWhiteSpace(search) || Playlist.WantedName.Contains(search.Trim(), StringComparison.CurrentCultureIgnoreCase)
                || Playlist.Name.Contains(search.Trim(), StringComparison.CurrentCultureIgnoreCase));
}
