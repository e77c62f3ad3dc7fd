using Microsoft.AspNetCore.Components;
using MudBlazor;
using Spotter.Core.Events;
using Spotter.Web.Access;
using Spotter.Web.Components.Shared;
using Spotter.Web.Components.Shared.Fixing;

namespace Spotter.Web.Components.Pages.Missing;

/// <summary>The tracks that the library lacks, most wanted first.</summary>
public sealed partial class MissingPage
{
    private List<MissingLine> _lines = [];

    [Inject]
    public required MissingViewModel Model { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    private string? Lead => Model.Lines.Count == 0
        ? null
        : $"{Words.Count(Model.TrackCount, "track")} that your library lacks, by album; what most playlists want comes first.";

    protected override void OnInitialized()
    {
        Follow<PlaylistStatusChanged>(LoadAsync);
        Follow<PlaylistListChanged>(LoadAsync);
        Follow<TrackMatchChanged>(LoadAsync);
    }

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        await Model.LoadAsync(CurrentUser.Id, Gone);
        _lines = [.. Model.Lines];
    }

    private async Task FindAsync(MissingTrack track) => await FixDialog.ShowAsync(Dialogs, track.TrackIds);

    private async Task NeverAsync(MissingTrack track)
    {
        await Model.NeverAsync(track);
        await LoadAsync();
        Snackbar.Add($"{track.Source.Title} is never matched from now on.", Severity.Info, options =>
        {
            options.Action = "Undo";
            options.OnClick = _ => TryAsync(() => Model.UndoAsync(track));
        });
    }
}
