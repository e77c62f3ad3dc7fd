using Microsoft.AspNetCore.Components;
using MudBlazor;
using Spotter.Core.Events;
using Spotter.Core.Providers;
using Spotter.Web.Access;
using Spotter.Web.Addresses;
using Spotter.Web.Components.Pages.Sources;
using Spotter.Web.Components.Shared;

namespace Spotter.Web.Components.Pages.Playlists;

/// <summary>Home: all playlists of the user, live.</summary>
public sealed partial class PlaylistsPage
{
    private bool _isBusy;
    private IReadOnlyList<string> _hidden = [];
    private IReadOnlyList<PlaylistColumn> _columns = PlaylistColumn.All;

    [Inject]
    public required PlaylistsViewModel Model { get; init; }

    [Inject]
    public required PlaylistActions Acts { get; init; }

    [Inject]
    public required CurrentPreferences Preferences { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [SupplyParameterFromQuery(Name = "source")]
    public string? Source { get; set; }

    [SupplyParameterFromQuery(Name = "status")]
    public string? Status { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    public string? Search { get; set; }

    [SupplyParameterFromQuery(Name = "sort")]
    public string? Sort { get; set; }

    /// <summary>The table's columns: the same object as long as they are the same, so that no row is rendered again.</summary>
    private IReadOnlyList<PlaylistColumn> Columns
    {
        get
        {
            if (!_hidden.SequenceEqual(Preferences.Value.HiddenPlaylistColumns))
            {
                _hidden = Preferences.Value.HiddenPlaylistColumns;
                _columns = PlaylistColumn.Except(_hidden);
            }

            return _columns;
        }
    }

    private bool AsTable => Preferences.Value.PlaylistsAsTable;

    private string? Lead => !Model.IsLoaded || Model.Count == 0 ? null
        : Model is { IsFiltered: true, Source: not ProviderKinds.Navidrome } ? $"{Words.Number(Model.Shown.Count)} of {Words.Count(Model.Count, "playlist")}"
        : Words.Count(Model.Count, "playlist");

    protected override void OnInitialized()
    {
        FollowAll<PlaylistStatusChanged>(events => ReloadAsync(events.Select(e => e.PlaylistId)));
        Follow<PlaylistListChanged>(LoadAsync);
        FollowAll<TrackMatchChanged>(events => ReloadAsync(events.SelectMany(e => e.PlaylistIds)));
        FollowAll<SyncProgressed>(events =>
        {
            Model.Show(events);
            return Task.CompletedTask;
        });
    }

    protected override Task OnInitializedAsync() => LoadAsync();

    protected override void OnParametersSet() => Model.Arrange(Source, Status, Search, PlaylistSort.Of(Sort));

    private Task LoadAsync() => Model.LoadAsync(CurrentUser.Id, Gone);

    private Task ReloadAsync(IEnumerable<int> playlistIds) => Model.ReloadAsync(CurrentUser.Id, [.. playlistIds.Distinct()], Gone);

    private static string Pressed(bool isOn) => isOn ? "true" : "false";

    private Task ShowAsTableAsync(bool asTable) => Preferences.ChangeAsync(p => p with { PlaylistsAsTable = asTable });

    private string UrlOf(string? source, string? status) => SpotterUrls.PlaylistsBy(source, status, Search, Model.Sort.Key);

    private void SortBy(PlaylistSort sort) => Navigation.NavigateTo(SpotterUrls.PlaylistsBy(Source, Status, Search, sort.Key));

    // Each keystroke replaces the address, so that "back" leaves the page instead of undoing one letter at a time.
    private void FilterByName(ChangeEventArgs change)
        => Navigation.NavigateTo(SpotterUrls.PlaylistsBy(Source, Status, change.Value as string, Model.Sort.Key), replace: true);

    private Task SyncAsync(int playlistId) => Acts.SyncAsync(CurrentUser.Id, playlistId);

    private async Task EnableSelectedAsync()
    {
        int enabled, namesakes;
        _isBusy = true;
        try
        {
            (enabled, namesakes) = await Acts.EnableAsync(CurrentUser.Id, [.. Model.Selected.Select(item => item.Playlist).Where(p => !p.SyncEnabled)]);
        }
        finally
        {
            _isBusy = false;
        }

        Model.ClearSelection();
        if (enabled > 0)
        {
            Snackbar.Add($"Sync is on for {Words.Count(enabled, "playlist")}.", Severity.Success);
        }

        if (namesakes > 0)
        {
            Snackbar.Add(
                $"{Words.Count(namesakes, "playlist")} left off: {Model.Server} has one of the same name. Switch it on individually to pair or rename it.", Severity.Warning);
        }
    }

    private async Task SyncSelectedAsync()
    {
        int queued;
        _isBusy = true;
        try
        {
            queued = await Acts.SyncAsync(CurrentUser.Id, [.. Model.Selected.Where(item => item.Playlist.SyncEnabled).Select(item => item.Id)]);
        }
        finally
        {
            _isBusy = false;
        }

        Model.ClearSelection();
        Snackbar.Add($"{Words.Count(queued, "playlist")} queued.", Severity.Info);
    }

    private Task ExportAsync() => ExportDialog.ShowAsync(Dialogs);

    private async Task ImportAsync() => await ImportDialog.ShowAsync(Dialogs);
}
