using Microsoft.AspNetCore.Components;
using MudBlazor;
using Spotter.Core.Playlists;
using Spotter.Web.Access;

namespace Spotter.Web.Components.Shared;

/// <summary>Switches a playlist's sync, and asks the necessary questions.</summary>
public sealed partial class SyncSwitch
{
    private bool _isBusy;
    private int _drawing;

    [Parameter, EditorRequired]
    public required Playlist Playlist { get; set; }

    [Inject]
    public required SyncSwitcher Switching { get; init; }

    [Inject]
    public required CurrentUser CurrentUser { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    private Task OnChangeAsync(ChangeEventArgs change) => SwitchAsync(change.Value is true);

    /// <summary>Switches it as if the user had clicked, with the same questions.</summary>
    public async Task SwitchAsync(bool wanted)
    {
        if (_isBusy)
        {
            // The switch is not disabled while busy, since it would lose the focus. A new one shows that this click had no effect.
            _drawing++;
            return;
        }

        var isDone = false;
        _isBusy = true;
        try
        {
            isDone = wanted ? await SwitchOnAsync() : await SwitchOffAsync();
        }
        finally
        {
            _isBusy = false;
            if (!isDone)
            {
                // The browser has already moved the switch. A new one shows the actual state.
                _drawing++;
            }
        }
    }

    private async Task<bool> SwitchOnAsync()
    {
        if (await Switching.FindNamesakeAsync(CurrentUser.Id, Playlist) is not { } namesake)
        {
            return await Switching.SwitchOnAsync(CurrentUser.Id, Playlist.Id);
        }

        var parameters = new DialogParameters<NamesakeDialog> { { d => d.Playlist, Playlist }, { d => d.Namesake, namesake } };
        var dialog = await Dialogs.ShowAsync<NamesakeDialog>(null, parameters);
        return await dialog.Result is { Canceled: false };
    }

    private async Task<bool> SwitchOffAsync()
    {
        if (Playlist.NavidromePlaylistId is null)
        {
            return await Switching.SwitchOffAsync(CurrentUser.Id, Playlist.Id, deleteTarget: false);
        }

        var parameters = new DialogParameters<SwitchOffDialog> { { d => d.Playlist, Playlist } };
        var dialog = await Dialogs.ShowAsync<SwitchOffDialog>(null, parameters);
        return await dialog.Result is { Canceled: false, Data: bool delete }
            && await Switching.SwitchOffAsync(CurrentUser.Id, Playlist.Id, delete);
    }
}
