using Microsoft.AspNetCore.Components;
using MudBlazor;
using Spotter.Core.Events;
using Spotter.Core.Playlists;
using Spotter.Core.Sync;
using Spotter.Web.Access;
using Spotter.Web.Components.Pages.Sources;
using Spotter.Web.Components.Shared;
using Spotter.Web.Settings;

namespace Spotter.Web.Components.Layout;

/// <summary>Navigation and top bar: the same on every page, and live.</summary>
public sealed partial class FrameBar
{
    private bool _isReadingLibrary;

    [Inject]
    public required FrameViewModel Model { get; init; }

    [Inject]
    public required SyncRequests Requests { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required DemoMode Demo { get; init; }

    private bool IsBusy => _isReadingLibrary || Model.State.BusyCount > 0;

    private string BusyLabel => _isReadingLibrary ? "Reading your library" : $"{Words.Count(Model.State.BusyCount, "playlist")} at work";

    protected override void OnInitialized()
    {
        Follow<PlaylistStatusChanged>(LoadAsync);
        Follow<PlaylistListChanged>(LoadAsync);
        Follow<TrackMatchChanged>(LoadAsync);
        Follow<ServerContactChanged>(LoadAsync);
        Follow<LibraryProgressed>(OnLibraryProgressedAsync);
        FollowAll<Notification>(OnNotificationsAsync);
    }

    protected override Task OnInitializedAsync() => LoadAsync();

    private Task LoadAsync() => Model.LoadAsync(CurrentUser.Id, CurrentUser.AccountId, Gone);

    private Task OnLibraryProgressedAsync(LibraryProgressed progress)
    {
        _isReadingLibrary = progress.IsReading;
        return progress.IsReading ? Task.CompletedTask : LoadAsync();
    }

    private Task OnNotificationsAsync(IReadOnlyList<Notification> notifications)
    {
        foreach (var notification in notifications)
        {
            Snackbar.Add(Wording.Say(notification.What), notification.Severity switch
            {
                NotificationSeverity.Info => Severity.Info,
                NotificationSeverity.Success => Severity.Success,
                NotificationSeverity.Warning => Severity.Warning,
                NotificationSeverity.Error => Severity.Error,
            });
        }

        return LoadAsync();
    }

    private async Task SyncAllAsync()
    {
        var count = await Requests.RequestAllAsync(CurrentUser.Id, SyncTrigger.User, CancellationToken.None);
        Snackbar.Add(count == 0 ? "No playlist has sync on." : $"{Words.Count(count, "playlist")} queued.", Severity.Info);
    }

    private Task SeenAsync() => Model.MarkSeenAsync(CurrentUser.Id);

    private async Task SearchAsync()
    {
        switch (await SearchDialog.ShowAsync(Dialogs))
        {
            case SearchAct.SyncAll:
                await SyncAllAsync();
                break;
            case SearchAct.Import:
                await ImportDialog.ShowAsync(Dialogs);
                break;
        }
    }
}
