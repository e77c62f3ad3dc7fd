using Microsoft.AspNetCore.Components;
using MudBlazor;
using Spotter.Core.Events;
using Spotter.Core.Playlists;
using Spotter.Core.Sync.Servers;
using Spotter.Web.Access;
using Spotter.Web.Components.Shared;

namespace Spotter.Web.Components.Pages.Playlists;

/// <summary>Asks what to do with the playlists of a server that was set up from scratch.</summary>
public sealed partial class NewServerNotice
{
    private OpenRenewal? _open;

    [Inject]
    public required ServerRenewals Renewals { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    protected override void OnInitialized()
    {
        Follow<PlaylistListChanged>(_ => LoadAsync());
        Follow<PlaylistStatusChanged>(_ => _open is not null, _ => LoadAsync());
    }

    protected override Task OnInitializedAsync() => LoadAsync();

    private static string Missing(OpenRenewal open)
    {
        var playlists = open.Playlists.Count == 1 ? "Your playlist is" : $"Your {Words.Count(open.Playlists.Count, "playlist")} are";
        var songs = Words.Count(open.KnownSongs, "song");
        return open.FoundSongs == 0
            ? $"{playlists} not there, nor is any of the {songs} that Spotter knew."
            : $"{playlists} not there, and only {Words.Number(open.FoundSongs)} of the {songs} that Spotter knew.";
    }

    private async Task LoadAsync() => _open = await Renewals.FindOpenAsync(CurrentUser.Id, Gone);

    private async Task AskAsync()
    {
        if (_open is { } open && await NewServerDialog.ShowAsync(Dialogs, open) is { } answer)
        {
            var concerned = await Renewals.AnswerAsync(CurrentUser.Id, answer, SyncTrigger.User, CancellationToken.None);
            Snackbar.Add(concerned is { } count ? $"{Words.Count(count, "playlist")} queued." : "Somebody already answered this.", Severity.Info);
        }
    }
}
