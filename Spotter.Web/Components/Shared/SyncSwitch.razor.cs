using Microsoft.AspNetCore.Components;
using MudBlazor;
using Spotter.Core.Playlists;
using Spotter.Web.Access;

namespace Spotter.Web.Components.Shared;

/// <summary>Switches a playlist's sync, with the questions that belong to it.</summary>
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

    /// <summary>Switches it as if the user had, with the same questions.</summary>
    public async Task SwitchAsync(bool wanted)
    {
        if (_isBusy)
        {
            // Not disabled meanwhile, which would take the focus from it; a new one shows that this click did nothing.
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
                // The browser has moved the switch already: a new one shows how it really stands.
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
