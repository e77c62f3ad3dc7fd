using Microsoft.AspNetCore.Components;
using MudBlazor;
using Spotter.Core.Events;
using Spotter.Core.Mixtapes;
using Spotter.Core.Playlists;
using Spotter.Web.Access;
using Spotter.Web.Components.Shared;

namespace Spotter.Web.Components.Pages.Mixtapes;

/// <summary>A card for each mixtape: its prompt, its state, and what the last refresh changed.</summary>
public sealed partial class MixtapesPage
{
    [Inject]
    public required MixtapesViewModel Model { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    protected override void OnInitialized()
    {
        Follow<MixtapeChanged>(LoadAsync);
        Follow<PlaylistListChanged>(LoadAsync);
        Follow<PlaylistStatusChanged>(e => Model.Fills(e.PlaylistId), LoadAsync);
    }

    protected override Task OnInitializedAsync() => LoadAsync();

    private Task LoadAsync() => Model.LoadAsync(CurrentUser.Id, Gone);

    private async Task WriteAsync(Mixtape? mixtape)
    {
        if (await MixtapeDialog.ShowAsync(Dialogs, mixtape) is { } saved)
        {
            Snackbar.Add(mixtape is null ? $"“{saved.Name}” is being made." : $"“{saved.Name}” is changed. Its songs follow when it is made again.", Severity.Success);
            await LoadAsync();
        }
    }

    private async Task ShowPersonasAsync()
    {
        await PersonasDialog.ShowAsync(Dialogs);
        await LoadAsync();
    }

    private async Task DeleteAsync(MixtapeItem item)
    {
        var what = item.Playlist is null
            ? "It was never made, so nothing else is deleted."
            : $"It will not be refreshed any more. Its playlist stays, in Spotter and {Servers.Name.Place}, as it is; you can forget it below.";
        if (await ConfirmDialog.AskAsync(Dialogs, $"Delete “{item.Mixtape.Name}”?", what, "Delete the mixtape", isDestructive: true))
        {
            await Model.DeleteAsync(CurrentUser.Id, item.Mixtape.Id);
            await LoadAsync();
        }
    }

    private async Task ForgetAsync(Playlist playlist)
    {
        var agreed = await ConfirmDialog.AskAsync(
            Dialogs, $"Forget “{playlist.Name}”?", $"Removes it and its match report from Spotter. Nothing {Servers.Name.Place} is changed.", "Forget it", isDestructive: true);
        if (agreed && !await Model.ForgetAsync(CurrentUser.Id, playlist.Id))
        {
            Snackbar.Add("It is kept in sync. Switch its sync off first.", Severity.Warning);
        }
    }
}
