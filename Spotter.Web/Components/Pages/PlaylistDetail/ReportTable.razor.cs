using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web.Virtualization;
using MudBlazor;
using Spotter.Core.Events;
using Spotter.Core.Sync;
using Spotter.Web.Access;
using Spotter.Web.Addresses;
using Spotter.Web.Components.Shared;
using Spotter.Web.Components.Shared.Fixing;

namespace Spotter.Web.Components.Pages.PlaylistDetail;

/// <summary>The match report: fills in during a run, and reads only the rows that are on the screen.</summary>
public sealed partial class ReportTable
{
    private static readonly (ReportFilter Filter, string Label)[] Filters =
    [
        (ReportFilter.All, "All"), (ReportFilter.Matched, "Matched"), (ReportFilter.Review, "Review"), (ReportFilter.Missing, "Missing"),
    ];

    private static readonly (string Format, string Label)[] Formats = [("csv", "As CSV, for a spreadsheet"), ("m3u", "As M3U, for a player"), ("json", "As JSON, for a script")];

    private static readonly Dictionary<string, object?> _searchAttributes = new() { ["aria-label"] = "Search these tracks", ["data-testid"] = "report-search" };

    private readonly Dictionary<long, ReportRow> _drawn = [];
    private Virtualize<IndexedRow>? _rows;
    private bool _isLoaded;
    private bool _isRefreshing;
    private bool _isRefreshWanted;
    private int _total;
    private int _digits = 3;
    private int _firstShown;
    private int _lastShown;
    private int _matchedUpTo;

    [Inject]
    public required MatchReportViewModel Model { get; init; }

    [Inject]
    public required MatchCorrections Corrections { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Parameter, EditorRequired]
    public int PlaylistId { get; set; }

    [Parameter]
    public ReportFilter Filter { get; set; }

    [Parameter]
    public string Text { get; set; } = "";

    private string EmptyTitle => (Text.Length > 0, Filter) switch
    {
        (true, _) => "No track with these words",
        (_, ReportFilter.All) => "No tracks",
        (_, ReportFilter.Matched) => "Nothing matched yet",
        (_, ReportFilter.Review) => "Nothing to review",
        (_, ReportFilter.Missing) => "Nothing is missing",
    };

    private string EmptyText => (Text.Length > 0, Filter) switch
    {
        (true, _) => "Try fewer words, or look at all tracks.",
        (_, ReportFilter.All) => "The source holds no tracks.",
        (_, ReportFilter.Matched) => "Matched tracks appear here during a sync.",
        (_, ReportFilter.Review) => "No match is in doubt.",
        (_, ReportFilter.Missing) => "Your library has every track that was matched so far.",
    };

    protected override void OnInitialized()
    {
        Follow<SyncProgressed>(e => e.PlaylistId == PlaylistId, OnProgressAsync);
        Follow<PlaylistStatusChanged>(e => e.PlaylistId == PlaylistId, RefreshAllAsync);
        Follow<TrackMatchChanged>(e => e.PlaylistIds.Contains(PlaylistId), RefreshAllAsync);
    }

    protected override async Task OnParametersSetAsync()
    {
        await Model.ShowAsync(CurrentUser.Id, PlaylistId, Filter, Text, Gone);
        _isLoaded = true;
        _matchedUpTo = 0;
        await RefreshRowsAsync();
    }

    private async ValueTask<ItemsProviderResult<IndexedRow>> ReadAsync(ItemsProviderRequest request)
    {
        var page = await Model.ReadAsync(request.StartIndex, request.Count, request.CancellationToken);
        (_firstShown, _lastShown) = (request.StartIndex, request.StartIndex + request.Count);
        var digits = page.Rows.Select(row => Words.Number(row.Position).Length).DefaultIfEmpty().Max();
        if (_total != page.Total || digits > _digits)
        {
            (_total, _digits) = (page.Total, Math.Max(_digits, digits));
            StateHasChanged();
        }

        return new(KeepUnchanged(page.Rows).Select((row, i) => new IndexedRow(request.StartIndex + i, row)), page.Total);
    }

    // A row that has not changed stays the same object and is not rendered again.
    private List<ReportRow> KeepUnchanged(IReadOnlyList<ReportRow> rows)
    {
        List<ReportRow> kept = [.. rows.Select(row => _drawn.TryGetValue(row.Id, out var before) && before.LooksLike(row) ? before : row)];
        _drawn.Clear();
        kept.ForEach(row => _drawn[row.Id] = row);
        return kept;
    }

    private async Task OnProgressAsync(SyncProgressed progress)
    {
        if (!Model.Follow(progress))
        {
            return;
        }

        var reachesScreen = progress.Done > _firstShown && _matchedUpTo < _lastShown;
        _matchedUpTo = progress.Done;
        if (reachesScreen || Filter != ReportFilter.All || Text.Length > 0)
        {
            await RefreshRowsAsync();
        }
    }

    private async Task RefreshAllAsync()
    {
        await Model.RefreshAsync(Gone);
        await RefreshRowsAsync();
    }

    // One read at a time: all requests during a read are served by one more read afterwards.
    private async Task RefreshRowsAsync()
    {
        if (_rows is null)
        {
            return;
        }

        if (_isRefreshing)
        {
            _isRefreshWanted = true;
            return;
        }

        _isRefreshing = true;
        try
        {
            do
            {
                _isRefreshWanted = false;
                await _rows.RefreshDataAsync();
                StateHasChanged();
            }
            while (_isRefreshWanted && !Gone.IsCancellationRequested);
        }
        finally
        {
            _isRefreshing = false;
        }
    }

    private string UrlOf(ReportFilter filter)
        => SpotterUrls.Playlist(PlaylistId, filter == ReportFilter.All ? null : filter.ToString().ToLowerInvariant(), Text);

    private void Search(string? text)
        => Navigation.NavigateTo(
            SpotterUrls.Playlist(PlaylistId, Filter == ReportFilter.All ? null : Filter.ToString().ToLowerInvariant(), text?.Trim()), replace: true);

    private async Task FixAsync(ReportRow row) => await FixDialog.ShowAsync(Dialogs, row.Id);

    private async Task NeverAsync(ReportRow row)
    {
        await Corrections.NeverAsync(CurrentUser.Id, row.Id, CancellationToken.None);
        Snackbar.Add($"{row.Track.Title} is never matched from now on.", Severity.Info, options =>
        {
            options.Action = "Undo";
            options.OnClick = _ => TryAsync(() => UndoAsync(row));
        });
    }

    private async Task UndoAsync(ReportRow row) => await Corrections.UndoAsync(CurrentUser.Id, row.Id, CancellationToken.None);
}
