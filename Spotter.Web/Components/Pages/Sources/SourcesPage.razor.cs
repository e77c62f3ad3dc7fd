using Microsoft.AspNetCore.Components;
using MudBlazor;
using Spotter.Core.Events;
using Spotter.Core.Playlists;
using Spotter.Core.Providers;
using Spotter.Web.Components.Shared;

namespace Spotter.Web.Components.Pages.Sources;

/// <summary>A card for each source, with how it stands and the one button that helps now.</summary>
public sealed partial class SourcesPage
{
    [Inject]
    public required SourcesViewModel Model { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required ISnackbar Snackbar { get; init; }

    protected override void OnInitialized()
    {
        Follow<PlaylistListChanged>(_ => LoadAsync());
        Follow<PlaylistStatusChanged>(e => Model.Files.Any(playlist => playlist.Id == e.PlaylistId), _ => LoadAsync());
        Follow<LibraryProgressed>(OnLibraryProgressedAsync);
    }

    protected override Task OnInitializedAsync() => LoadAsync();

    private Task LoadAsync() => Model.LoadAsync(CurrentUser.Id, CurrentUser.AccountId, Gone);

    private Task OnLibraryProgressedAsync(LibraryProgressed progress)
    {
        if (!progress.IsReading)
        {
            return LoadAsync();
        }

        Model.Reading = new LibraryReadProgress(progress.Read, progress.Total);
        return Task.CompletedTask;
    }

    private Task ReadLibraryAsync() => Model.ReadLibraryAsync(CurrentUser.Id);

    private Task ReadPlaylistsAsync() => Model.ReadPlaylistsAsync(CurrentUser.Id);

    private Task ImportAsync() => ImportDialog.ShowAsync(Dialogs);

    private async Task ForgetAsync(Playlist playlist)
    {
        var agreed = await ConfirmDialog.AskAsync(
            Dialogs,
            $"Forget “{playlist.Name}”?",
            "Takes it out of Spotter with its match report. Nothing on the music server is changed, and your decisions about matches are kept.",
            "Forget it",
            isDestructive: true);
        if (agreed && !await Model.ForgetAsync(CurrentUser.Id, playlist.Id))
        {
            Snackbar.Add("It is kept in sync. Switch its sync off first.", Severity.Warning);
        }
    }
}
