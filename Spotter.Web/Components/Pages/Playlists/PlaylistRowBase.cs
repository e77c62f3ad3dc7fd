using Microsoft.AspNetCore.Components;
using Spotter.Core.Playlists;

namespace Spotter.Web.Components.Pages.Playlists;

/// <summary>The common part of tile and table row. Renders only when something visible has changed, since a list gets many events.</summary>
public abstract class PlaylistRowBase : SpotterComponentBase
{
    private (PlaylistItem?, bool, DateTimeOffset?, IReadOnlyList<PlaylistColumn>) _drawn;

    [Parameter, EditorRequired]
    public required PlaylistItem Item { get; set; }

    [Parameter]
    public bool IsSelected { get; set; }

    [Parameter]
    public DateTimeOffset? NextSync { get; set; }

    /// <summary>The columns of a table row.</summary>
    [Parameter]
    public IReadOnlyList<PlaylistColumn> Columns { get; set; } = PlaylistColumn.All;

    [Parameter]
    public EventCallback<(int PlaylistId, bool IsSelected)> OnSelect { get; set; }

    [Parameter]
    public EventCallback<int> OnSync { get; set; }

    protected Playlist Playlist => Item.Playlist;

    protected override bool ShouldRender()
    {
        var now = (Item, IsSelected, NextSync, Columns);
        if (now == _drawn)
        {
            return false;
        }

        _drawn = now;
        return true;
    }

    protected Task SelectAsync(ChangeEventArgs change) => OnSelect.InvokeAsync((Item.Id, change.Value is true));

    protected Task SyncAsync() => OnSync.InvokeAsync(Item.Id);
}
