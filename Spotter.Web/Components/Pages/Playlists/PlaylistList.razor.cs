using Microsoft.AspNetCore.Components;

namespace Spotter.Web.Components.Pages.Playlists;

/// <summary>One of the page's two lists: the playlists that can be synced, or those that are only on the music server.</summary>
public sealed partial class PlaylistList
{
    private const int TilesAtOnce = 96;

    private int _tilesShown = TilesAtOnce;
    private (string?, string?, string?) _filter;

    [Parameter, EditorRequired]
    public required PlaylistsViewModel Model { get; set; }

    [Parameter, EditorRequired]
    public required IReadOnlyList<PlaylistItem> Items { get; set; }

    [Parameter]
    public bool AsTable { get; set; }

    /// <summary>Whether these are the server's own playlists, which cannot be selected or synced.</summary>
    [Parameter]
    public bool IsOnServer { get; set; }

    [Parameter]
    public EventCallback<int> OnSync { get; set; }

    /// <summary>The selection belongs to the page, which has the action bar for it.</summary>
    [Parameter]
    public EventCallback OnSelected { get; set; }

    private bool AreAllSelected => Items.All(item => Model.IsSelected(item.Id)) && Model.Selected.Count > 0;

    protected override void OnParametersSet()
    {
        // The results of another filter start at the top.
        var filter = (Model.Source, Model.Status, Model.Search);
        if (filter != _filter)
        {
            (_filter, _tilesShown) = (filter, TilesAtOnce);
        }
    }

    private Task Select((int PlaylistId, bool IsSelected) choice)
    {
        Model.Select(choice.PlaylistId, choice.IsSelected);
        return OnSelected.InvokeAsync();
    }

    private Task SelectAll(ChangeEventArgs change)
    {
        if (change.Value is true)
        {
            Model.SelectShown();
        }
        else
        {
            Model.ClearSelection();
        }

        return OnSelected.InvokeAsync();
    }
}
