using Microsoft.AspNetCore.Components;
using MudBlazor;
using Spotter.Core.Events;
using Spotter.Core.Matching;
using Spotter.Core.Sync.Decisions;
using Spotter.Web.Addresses;
using Spotter.Web.Components.Shared;

namespace Spotter.Web.Components.Pages.Decisions;

/// <summary>Everything that the user has decided about matches.</summary>
public sealed partial class DecisionsPage
{
    private const int PlacesShown = 2;

    private List<DecisionEntry> _shown = [];

    [Inject]
    public required DecisionsViewModel Model { get; init; }

    [Inject]
    public required AllowanceChanges Changes { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [SupplyParameterFromQuery(Name = "kind")]
    public string? Kind { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    public string? Search { get; set; }

    private string? Lead => Model.Count == 0 ? null
        : Model.Shown.Count < Model.Count ? $"{Words.Number(Model.Shown.Count)} of {Words.Count(Model.Count, "decision")}."
        : Model.Count == 1 ? "1 decision. It holds in all your playlists, also for tracks that come later."
        : $"{Words.Count(Model.Count, "decision")}, newest first. They hold in all your playlists, also for tracks that come later.";

    protected override void OnInitialized()
    {
        Follow<PlaylistListChanged>(LoadAsync);
        Follow<PlaylistStatusChanged>(LoadAsync);
        Follow<TrackMatchChanged>(LoadAsync);
    }

    protected override Task OnInitializedAsync() => LoadAsync();

    protected override void OnParametersSet() => Show();

    private async Task LoadAsync()
    {
        await Model.LoadAsync(CurrentUser.Id, Gone);
        Show();
    }

    private void Show()
    {
        Model.Filter(DecisionKind.Find(Kind)?.Kind, Search);
        _shown = [.. Model.Shown];
    }

    private void FilterByText(ChangeEventArgs change)
        => Navigation.NavigateTo(SpotterUrls.DecisionsBy(Kind, change.Value as string), replace: true);

    private async Task UndoAsync(DecisionEntry entry)
    {
        var change = await Model.UndoAsync(entry);
        Show();
        OfferWayBack($"The decision about {entry.Track.Title} is undone.", change);
    }

    private Task RevokeAsync(PlaylistAllowance allowance)
        => Changes.SetAsync(CurrentUser.Id, allowance.PlaylistId, allowance.Name, allowance.Allows, MatchAllowances.None, TryAsync);

    private async Task ImportAsync()
    {
        var dialog = await DecisionImportDialog.ShowAsync(Dialogs);
        if (await dialog.Result is { Canceled: false, Data: DecisionImport import })
        {
            await LoadAsync();
            OfferWayBack($"{Words.Count(import.Change.TrackCount, "decision")} imported.", import.Change);
        }
    }

    private void OfferWayBack(string said, DecisionChange change) => Snackbar.Add(said, Severity.Info, options =>
    {
        options.Action = "Undo";
        options.OnClick = _ => TryAsync(async () =>
        {
            await Model.RestoreAsync(change);
            Show();
            await InvokeAsync(StateHasChanged);
        });
    });
}
