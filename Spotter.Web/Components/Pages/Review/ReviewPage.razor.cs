using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Components.Web.Virtualization;
using MudBlazor;
using Spotter.Core.Events;
using Spotter.Core.Sync.Decisions;
using Spotter.Core.Tracks;
using Spotter.Web.Access;
using Spotter.Web.Components.Shared;
using Spotter.Web.Components.Shared.Fixing;

namespace Spotter.Web.Components.Pages.Review;

/// <summary>The queue of doubtful matches, made for the keyboard.</summary>
public sealed partial class ReviewPage
{
    private static readonly (ReviewGrouping Grouping, string Label)[] Groupings = [(ReviewGrouping.Kind, "By kind"), (ReviewGrouping.Playlist, "By playlist"), (ReviewGrouping.Artist, "By artist")];

    private List<ReviewLine> _lines = [];
    private Virtualize<ReviewLine>? _pile;
    private ElementReference _desk;
    private bool _isFocusWanted = true;

    [Inject]
    public required ReviewViewModel Model { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [SupplyParameterFromQuery(Name = "by")]
    public string? By { get; set; }

    private ReviewGrouping Grouping => Enum.TryParse<ReviewGrouping>(By, ignoreCase: true, out var grouping) && Enum.IsDefined(grouping) ? grouping : ReviewGrouping.None;

    private string? Lead => (Model.IsLoaded, Model.Items.Count, Model.DoneCount) switch
    {
        (false, _, _) => null,
        (_, 0, 0) => null,
        (_, var left, 0) => $"{Words.Number(left)} left to decide{ForTracks}.",
        (_, var left, var done) => $"{Words.Number(left)} left to decide{ForTracks}, {Words.Number(done)} done.",
    };

    private string ForTracks => Model.TrackCount == Model.Items.Count ? "" : $" for {Words.Count(Model.TrackCount, "track")}";

    protected override void OnInitialized()
    {
        Follow<PlaylistStatusChanged>(LoadAsync);
        Follow<PlaylistListChanged>(LoadAsync);
        Follow<TrackMatchChanged>(LoadAsync);
    }

    protected override async Task OnInitializedAsync()
    {
        await Model.DivideAsync(Grouping, Gone);
        await LoadAsync();
    }

    protected override async Task OnParametersSetAsync()
    {
        await Model.DivideAsync(Grouping, Gone);
        await ShowAsync();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        // The button that was pressed may be gone with its item, but the keys must go on working.
        if (_isFocusWanted && Model.IsLoaded)
        {
            _isFocusWanted = false;
            await _desk.FocusAsync(preventScroll: true);
        }
    }

    private async Task LoadAsync()
    {
        await Model.LoadAsync(CurrentUser.Id, Gone);
        await ShowAsync();
    }

    private async Task ShowAsync()
    {
        var index = 0;
        _lines =
        [
            .. Model.Groups.SelectMany(group => group.Items.Select(item => new ReviewLine(group, new ReviewEntry(index++, item))).ToList()
                .Prepend(new ReviewLine(group, null)).Skip(group.Name.Length == 0 ? 1 : 0)),
        ];
        if (_pile is not null)
        {
            await _pile.RefreshDataAsync();
        }
    }

    private Task OnKeyAsync(KeyboardEventArgs e) => (e.CtrlKey || e.MetaKey || e.AltKey, e.Key) switch
    {
        (true, _) => Task.CompletedTask,
        (_, "j" or "J" or "ArrowDown") => MoveAsync(1),
        (_, "k" or "K" or "ArrowUp") => MoveAsync(-1),
        (_, [>= '1' and <= '9' and var digit]) => DecideAsync(() => Model.ChooseAsync(digit - '0', Gone)),
        (_, "x" or "X") => NeverAsync(),
        (_, "u" or "U") => UndoAsync(),
        _ => Task.CompletedTask,
    };

    private Task MoveAsync(int step) => Model.MoveAsync(step, Gone);

    private Task TakeAsync(int index) => Model.TakeAsync(index, Gone);

    private Task UseAsync(Song song) => DecideAsync(() => Model.UseAsync(song, Gone));

    private Task RejectAsync(Song song) => DecideAsync(() => Model.RejectAsync(song, Gone));

    private Task NeverAsync() => DecideAsync(() => Model.NeverAsync(Gone));

    private async Task AllowedAsync()
    {
        await Model.Fix.RefreshAsync(Gone);
        _isFocusWanted = true;
    }

    private Task UndoAsync() => DecideAsync(() => Model.UndoAsync(Gone));

    private async Task SearchAsync()
    {
        if (Model.Current is { } item)
        {
            var dialog = await FixDialog.ShowAsync(Dialogs, item.TrackIds);
            await dialog.Result;
            await LoadAsync();
            _isFocusWanted = true;
        }
    }

    private async Task UseBestAsync(ReviewGroup group)
    {
        var dialog = await BestDialog.ShowAsync(Dialogs, group.TrackIds);
        if (await dialog.Result is { Canceled: false, Data: DecisionChange { TrackCount: > 0 } change })
        {
            await Model.NoteAsync(change, group, Gone);
            await ShowAsync();
            Snackbar.Add($"The best candidate was chosen for {Words.Count(change.TrackCount, "track")}.", Severity.Info, options =>
            {
                options.Action = "Undo";
                options.OnClick = _ => TryAsync(async () =>
                {
                    await Model.UndoAsync(change, Gone);
                    await ShowAsync();
                    await InvokeAsync(StateHasChanged);
                });
            });
        }

        _isFocusWanted = true;
    }

    private static string WordOf(ReviewGrouping grouping) => grouping.ToString().ToLowerInvariant();

    private async Task DecideAsync(Func<Task> decision)
    {
        await decision();
        await ShowAsync();
        _isFocusWanted = true;
    }
}
