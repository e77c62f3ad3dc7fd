using Microsoft.AspNetCore.Components;
using Spotter.Core.Accounts;
using Spotter.Core.Events;
using Spotter.Core.Sync;

namespace Spotter.Web.Components.Shared.Fixing;

/// <summary>Shows the state of the user's latest decisions, in one playlist or in all, and lets the user write them without waiting.</summary>
public sealed partial class DecisionLine
{
    private DecisionStanding _standing = DecisionStanding.None;
    private bool _isBusy;

    [Inject]
    public required DecisionWrites Writes { get; init; }

    [Inject]
    public required ServerProfiles Servers { get; init; }

    /// <summary>The playlist, or null for all of the user's.</summary>
    [Parameter]
    public int? PlaylistId { get; set; }

    protected override void OnInitialized()
    {
        Follow<PlaylistStatusChanged>(e => PlaylistId is null || e.PlaylistId == PlaylistId, LoadAsync);
        Follow<PlaylistListChanged>(LoadAsync);
    }

    protected override Task OnParametersSetAsync() => LoadAsync();

    private async Task LoadAsync() => _standing = await Writes.FindAsync(CurrentUser.Id, PlaylistId, Gone);

    private Task WriteNowAsync() => ActAsync(() => Writes.WriteNowAsync(CurrentUser.Id, PlaylistId, CancellationToken.None));

    private Task UndoAsync() => ActAsync(() => Writes.UndoAsync(CurrentUser.Id, PlaylistId, CancellationToken.None));

    private async Task ActAsync(Func<Task<int>> act)
    {
        _isBusy = true;
        try
        {
            await act();
            await LoadAsync();
        }
        finally
        {
            _isBusy = false;
        }
    }
}
