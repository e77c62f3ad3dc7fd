using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using MudBlazor;
using Spotter.Core.Events;
using Spotter.Core.Tracks;
using Spotter.Web.Access;

namespace Spotter.Web.Components.Shared.Fixing;

/// <summary>Lets the user say which song a source track is. The decision takes effect immediately, here and in every other tab.</summary>
public sealed partial class FixDialog
{
    private static readonly Dictionary<string, object?> _searchAttributes = new()
    {
        ["aria-label"] = "Search your whole library",
        ["data-testid"] = "fix-search",
        ["autocomplete"] = "off",
        ["data-listens-in"] = "",
    };

    private string _text = "";
    private int _active;

    [Inject]
    public required FixViewModel Model { get; init; }

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    /// <summary>A row, and one for each other id of the same track.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<long> TrackIds { get; set; }

    private string Caption => Model.Text.Length == 0
        ? $"{Words.Count(Model.Options.Count, "candidate")}, best first"
        : $"{Words.Count(Model.Options.Count, "song")} found";

    /// <summary>Opens it for one row, and for others of the same track with other ids.</summary>
    public static Task<IDialogReference> ShowAsync(IDialogService dialogs, params IReadOnlyList<long> trackIds)
        => dialogs.ShowAsync<FixDialog>(
            "Which song is it?",
            new DialogParameters<FixDialog> { { dialog => dialog.TrackIds, trackIds } },
            new DialogOptions { MaxWidth = MaxWidth.Medium, FullWidth = true, CloseOnEscapeKey = true });

    protected override void OnInitialized()
        => Follow<TrackMatchChanged>(e => e.TrackIds.Intersect(TrackIds).Any(), _ => Model.RefreshAsync(Gone));

    protected override Task OnInitializedAsync() => Model.LoadAsync(CurrentUser.Id, TrackIds, Gone);

    private async Task SearchAsync(string? text)
    {
        _text = text ?? "";
        await Model.SearchAsync(_text, Gone);
        _active = 0;
    }

    private async Task OnKeyAsync(KeyboardEventArgs e)
    {
        var last = Model.Options.Count - 1;
        if (e.Key == "ArrowDown")
        {
            _active = Math.Min(_active + 1, last);
        }
        else if (e.Key == "ArrowUp")
        {
            _active = Math.Max(_active - 1, 0);
        }
        else if (e.Key == "Enter" && _active >= 0 && _active <= last)
        {
            await UseAsync(Model.Options[_active].Song);
        }
    }

    private async Task UseAsync(Song song)
    {
        await Model.UseAsync(song);
        Dialog.Close();
    }

    private async Task NeverAsync()
    {
        await Model.NeverAsync();
        Dialog.Close();
    }
}
