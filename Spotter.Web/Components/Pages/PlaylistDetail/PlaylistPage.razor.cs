using Microsoft.AspNetCore.Components;
using MudBlazor;
using Spotter.Core.Events;
using Spotter.Core.Library;
using Spotter.Web.Access;
using Spotter.Web.Components.Shared;
using Spotter.Web.Settings;

namespace Spotter.Web.Components.Pages.PlaylistDetail;

/// <summary>One playlist: its state, its matches and its history.</summary>
public sealed partial class PlaylistPage
{
    private const string HistoryTab = "history";

    private Uri? _targetLink;
    private string? _linkedTarget;
    private PlaylistHead? _head;

    [Inject]
    public required PlaylistViewModel Model { get; init; }

    [Inject]
    public required ServerLinks Links { get; init; }

    [Inject]
    public required DemoMode Demo { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Parameter, EditorRequired]
    public required int PlaylistId { get; set; }

    [SupplyParameterFromQuery(Name = "tab")]
    public string? Tab { get; set; }

    [SupplyParameterFromQuery(Name = "q")]
    public string? Search { get; set; }

    /// <summary>The kind of rows that the comparison shows.</summary>
    [SupplyParameterFromQuery(Name = "show")]
    public string? ShowKind { get; set; }

    private bool IsCompare => string.Equals(Tab, CompareView.Tab, StringComparison.OrdinalIgnoreCase);

    private bool IsHistory => string.Equals(Tab, HistoryTab, StringComparison.OrdinalIgnoreCase);

    private ReportFilter Filter => Enum.TryParse<ReportFilter>(Tab, ignoreCase: true, out var filter) && Enum.IsDefined(filter) ? filter : ReportFilter.All;

    protected override void OnInitialized()
    {
        Follow<PlaylistStatusChanged>(e => e.PlaylistId == PlaylistId, LoadAsync);
        Follow<PlaylistListChanged>(LoadAsync);
        Follow<TrackMatchChanged>(e => e.PlaylistIds.Contains(PlaylistId), LoadAsync);
    }

    // The router reuses the component for another playlist.
    protected override Task OnParametersSetAsync() => Model.PlaylistId == PlaylistId && Model.IsLoaded ? Task.CompletedTask : LoadAsync();

    private async Task LoadAsync()
    {
        await Model.LoadAsync(CurrentUser.Id, PlaylistId, Gone);
        if (Model.Playlist?.KnownTargetId != _linkedTarget)
        {
            _linkedTarget = Model.Playlist?.KnownTargetId;
            _targetLink = Demo.IsDemo ? null : await Links.FindAsync(CurrentUser.Id, PlaylistId, Gone); // the demo's server has no web pages
        }
    }

    private async Task RestoreAsync(KeptContent content)
    {
        var playlist = Model.Playlist!;
        var isSure = await ConfirmDialog.AskAsync(
            Dialogs,
            "Restore an earlier version",
            $"“{playlist.WantedName}” {Model.Place} gets back the {Words.Count(content.SongCount, "song")} it held before that sync. "
            + "The current content is kept in the history. The restored songs stay until the source or its matches change.",
            "Restore");
        if (isSure)
        {
            await Model.RestoreAsync(content.Id);
        }
    }
}
