using Microsoft.AspNetCore.Components;
using Spotter.Web.Addresses;

namespace Spotter.Web.Components.Pages.Playlists;

/// <summary>One of the page's two lists: the playlists that can be synced, or those that are only on the music server.</summary>
public sealed partial class PlaylistList
{
    /// <summary>More than the largest screen shows. The browser asks for more before one has scrolled to the end.</summary>
    private const int TilesAtOnce = 48;

    private int _tilesShown = TilesAtOnce;
    private (string?, string?, string?, PlaylistSort) _filter;

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

    /// <summary>The table's columns.</summary>
    [Parameter]
    public IReadOnlyList<PlaylistColumn> Columns { get; set; } = PlaylistColumn.All;

    /// <summary>Whether the table's rows are low.</summary>
    [Parameter]
    public bool IsDense { get; set; }

    private bool AreAllSelected => Items.All(item => Model.IsSelected(item.Id)) && Model.Selected.Count > 0;

    protected override void OnParametersSet()
    {
        // The results of another filter or order start at the top.
        var filter = (Model.Source, Model.Status, Model.Search, Model.Sort);
        if (filter != _filter)
        {
            (_filter, _tilesShown) = (filter, TilesAtOnce);
        }
    }

    private string SortOf(PlaylistColumn column)
        => column != Model.Sort.Column ? "none" : Model.Sort.IsDescending ? "descending" : "ascending";

    private string UrlOf(PlaylistColumn column) => SpotterUrls.PlaylistsBy(Model.Source, Model.Status, Model.Search, Model.Sort.After(column).Key);

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
