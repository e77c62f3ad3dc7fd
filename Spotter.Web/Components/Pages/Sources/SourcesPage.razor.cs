using Microsoft.AspNetCore.Components;
using MudBlazor;
using Spotter.Core.Events;
using Spotter.Core.Playlists;
using Spotter.Core.Providers;
using Spotter.Core.Sources;
using Spotter.Web.Access;
using Spotter.Web.Components.Shared;

namespace Spotter.Web.Components.Pages.Sources;

/// <summary>A card for each source, with its state and the one button that helps now.</summary>
public sealed partial class SourcesPage
{
    [Inject]
    public required SourcesViewModel Model { get; init; }

    private string? _signInProblem;

    [Inject]
    public required BrowserSignIns SignIns { get; init; }

    [Inject]
    public required ConnectionsViewModel Connections { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    protected override void OnInitialized()
    {
        Follow<PlaylistListChanged>(LoadAsync);
        Follow<PlaylistStatusChanged>(e => Model.Files.Any(playlist => playlist.Id == e.PlaylistId) || Connections.Follows(e.PlaylistId), LoadAsync);
        Follow<SourceConnectionChanged>(_ => Connections.LoadAsync(CurrentUser.Id, Gone));
        Follow<LibraryProgressed>(OnLibraryProgressedAsync);
        Follow<ServerContactChanged>(LoadAsync);
    }

    protected override async Task OnInitializedAsync()
    {
        await LoadAsync();

        // The user may be coming back from a service's sign-in page.
        var result = SignIns.TakeReturn(CurrentUser.Id);
        _signInProblem = Wording.Say(result?.Problem);
        if (result?.ConnectionId is { } id && Connections.Items.FirstOrDefault(item => item.Connection.Id == id) is { } item)
        {
            Snackbar.Add($"{item.ServiceName} is connected.", Severity.Success);
            if (item.Playlists.Count == 0 && item.Connection.Wanted.Count == 0)
            {
                await BrowseAsync(id);
            }
        }
    }

    private async Task LoadAsync()
    {
        await Connections.LoadAsync(CurrentUser.Id, Gone);
        await Model.LoadAsync(CurrentUser.Id, CurrentUser.AccountId, Gone);
    }

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

    private async Task LookNowAsync()
    {
        await Model.LookNowAsync(CurrentUser.Id);
        Snackbar.Add($"Asking {Servers.Name} now.", Severity.Info);
    }

    private Task ReadPlaylistsAsync() => Model.ReadPlaylistsAsync(CurrentUser.Id);

    private Task ImportAsync() => ImportDialog.ShowAsync(Dialogs);

    private async Task ConnectAsync(ISourceFactory service)
    {
        if (await ConnectDialog.ShowAsync(Dialogs, service) is { } connection)
        {
            await Connections.LoadAsync(CurrentUser.Id, Gone);
            await BrowseAsync(connection.Id);
        }
    }

    private async Task LinkAsync()
    {
        switch (await LinkDialog.ShowAsync(Dialogs))
        {
            case { Followed: { } followed }:
                Snackbar.Add($"“{followed.Summary.Name}” is being read.", Severity.Success);
                break;
            case { ConnectKind: { } kind } when Connections.Items.FirstOrDefault(item => item.Connection is { IsForLinks: false } && item.Connection.Kind == kind) is { } item:
                await BrowseAsync(item);
                break;
            case { ConnectKind: { } kind } when Connections.Services.FirstOrDefault(service => service.Kind == kind) is { } service:
                await ConnectAsync(service);
                break;
            case { ImportsFile: true }:
                await ImportAsync();
                break;
        }
    }

    private Task BrowseAsync(ConnectionItem item) => item.Connection.IsForLinks ? LinkAsync() : BrowseAsync(item.Connection.Id);

    private async Task BrowseAsync(int connectionId)
    {
        if (Connections.Items.FirstOrDefault(item => item.Connection.Id == connectionId) is { } item
            && await BrowseDialog.ShowAsync(Dialogs, item.Connection, item.TitleIn(Wording)) is > 0 and var count)
        {
            Snackbar.Add($"{Words.Count(count, "playlist")} being read from {item.TitleIn(Wording)}.", Severity.Success);
        }
    }

    private async Task TestAsync(ConnectionItem item)
    {
        var (isWorking, what) = await Connections.TestAsync(CurrentUser.Id, item);
        Snackbar.Add(Wording.Say(what), isWorking ? Severity.Success : Severity.Error);
    }

    private async Task SignInAsync(ConnectionItem item)
    {
        if (Connections.Services.FirstOrDefault(service => service.Kind == item.Connection.Kind) is { } service
            && await ConnectDialog.ShowAsync(Dialogs, service, item.Connection) is not null)
        {
            Snackbar.Add($"{item.ServiceName} is connected again.", Severity.Success);
        }
    }

    private async Task DisconnectAsync(ConnectionItem item)
    {
        var what = item.Playlists.Count switch
        {
            0 => "Removes the stored sign-in.",
            1 => $"Removes the stored sign-in. Its playlist stays in Spotter and {Servers.Name.Place} as it is, and is no longer updated. It continues when you connect it again.",
            var count => $"Removes the stored sign-in. {Words.Count(count, "playlist")} from it stay in Spotter and {Servers.Name.Place} as they are, and are no longer updated. They continue when you connect it again.",
        };
        if (await ConfirmDialog.AskAsync(Dialogs, $"Disconnect {item.ServiceName} ({item.Owner})?", what, "Disconnect", isDestructive: true))
        {
            await Connections.DisconnectAsync(CurrentUser.Id, item.Connection.Id);
        }
    }

    private Task ForgetAsync(Playlist playlist) => ForgetAsync(playlist, () => Model.ForgetAsync(CurrentUser.Id, playlist.Id));

    private Task ForgetFollowedAsync(Playlist playlist) => ForgetAsync(playlist, () => Connections.ForgetAsync(CurrentUser.Id, playlist.Id));

    private async Task ForgetAsync(Playlist playlist, Func<Task<bool>> forget)
    {
        var agreed = await ConfirmDialog.AskAsync(
            Dialogs,
            $"Forget “{playlist.Name}”?",
            $"Removes it and its match report from Spotter. Nothing {Servers.Name.Place} is changed, and your decisions about matches are kept.",
            "Forget it",
            isDestructive: true);
        if (agreed && !await forget())
        {
            Snackbar.Add("It is kept in sync. Switch its sync off first.", Severity.Warning);
        }
    }
}
