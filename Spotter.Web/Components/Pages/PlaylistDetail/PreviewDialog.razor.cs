using Microsoft.AspNetCore.Components;
using MudBlazor;
using Spotter.Core.Accounts;
using Spotter.Core.Playlists;
using Spotter.Core.Providers;
using Spotter.Core.Sync;
using Spotter.Web.Access;
using Spotter.Web.Components.Shared;

namespace Spotter.Web.Components.Pages.PlaylistDetail;

/// <summary>Shows what a sync or a pairing would do, before anything is written.</summary>
public sealed partial class PreviewDialog
{
    private SyncPreview? _preview;
    private string? _error;

    [Inject]
    public required SyncPreviews Previews { get; init; }

    [Inject]
    public required ServerProfiles Servers { get; init; }

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public required Playlist Playlist { get; set; }

    /// <summary>The server's playlist to pair with, or null for a sync.</summary>
    [Parameter]
    public TargetSummary? PairWith { get; set; }

    /// <summary>The text of the button that continues. Null for a preview without one.</summary>
    [Parameter]
    public string? Act { get; set; }

    private string Title => PairWith is { } target ? $"Pair with “{target.Name}”" : "What a sync would do now";

    /// <summary>Returns the preview if the user continues, otherwise null.</summary>
    public static async Task<SyncPreview?> ShowAsync(IDialogService dialogs, Playlist playlist, string? act, TargetSummary? pairWith = null)
    {
        var parameters = new DialogParameters<PreviewDialog>
        {
            { dialog => dialog.Playlist, playlist },
            { dialog => dialog.PairWith, pairWith },
            { dialog => dialog.Act, act },
        };
        // A first sync has one list to show, any other has three.
        var width = pairWith is null && playlist.KnownTargetId is null ? MaxWidth.Small : MaxWidth.Large;
        var dialog = await dialogs.ShowAsync<PreviewDialog>("Preview", parameters, new DialogOptions { MaxWidth = width, FullWidth = true });
        return await dialog.Result is { Canceled: false, Data: SyncPreview preview } ? preview : null;
    }

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        (_preview, _error) = (null, null);
        try
        {
            _preview = await Previews.PreviewAsync(CurrentUser.Id, Playlist.Id, PairWith?.Id, Gone);
            _error = _preview is null ? "The playlist is no longer here." : null;
        }
        catch (LibraryScanningException)
        {
            _error = $"{Servers.Name.AtStart} is scanning its library. Try the preview again when the scan has ended.";
        }
        catch (Exception exception) when (Explain(exception) is string sentence)
        {
            _error = sentence;
        }
    }

    private static string Summary(SyncPreview preview)
    {
        var matched = $"{Words.Count(preview.Matched, "track")} matched, {Words.Number(preview.Review)} to review, {Words.Number(preview.Missing)} missing.";
        return (preview.Plan.TargetId, preview.Added.Count + preview.Removed.Count + preview.Moved.Count) switch
        {
            (_, 0) => $"{matched} “{preview.Plan.Name}” is already as it should be.",
            (null, _) => $"{matched} “{preview.Plan.Name}” would be created with {Words.Count(preview.Plan.SongIds.Count, "song")}.",
            _ => $"{matched} “{preview.Plan.Name}” would hold {Words.Count(preview.Plan.SongIds.Count, "song")}.",
        };
    }
}
