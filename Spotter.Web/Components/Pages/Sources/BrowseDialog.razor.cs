using Microsoft.AspNetCore.Components;
using MudBlazor;
using Spotter.Core.Sources;
using Spotter.Web.Access;
using Spotter.Web.Components.Shared;

namespace Spotter.Web.Components.Pages.Sources;

/// <summary>Shows the playlists that a connection offers, to search and choose from.</summary>
public sealed partial class BrowseDialog : IDisposable
{
    private const int MaxRows = 150;

    private readonly CancellationTokenSource _gone = new();
    private readonly HashSet<string> _chosen = [];
    private IReadOnlyList<SourceOffer>? _offers;
    private string? _problem;
    private string _text = "";
    private bool _keepInSync = true;
    private bool _newOnesToo;
    private bool _isBusy;

    [Inject]
    public required SourceConnections Connections { get; init; }

    [Inject]
    public required CurrentUser CurrentUser { get; init; }

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public required SourceConnection Connection { get; set; }

    [Parameter, EditorRequired]
    public required string ServiceName { get; set; }

    private List<SourceOffer> Shown => [.. (_offers ?? []).Where(offer => offer.Summary.Name.Contains(_text.Trim(), StringComparison.CurrentCultureIgnoreCase))];

    private bool AreAllChosen => Shown.Where(IsFree).All(offer => _chosen.Contains(offer.Summary.RemoteId));

    private bool CanAdd => !_isBusy && _offers is not null && (_chosen.Count > 0 || _newOnesToo != Connection.AddsNewPlaylists);

    private string ActLabel => _chosen.Count == 0 ? "Add" : $"Add {Words.Count(_chosen.Count, "playlist")}";

    /// <summary>Returns how many were chosen, or null if the dialog was cancelled.</summary>
    public static async Task<int?> ShowAsync(IDialogService dialogs, SourceConnection connection, string serviceName)
    {
        var parameters = new DialogParameters<BrowseDialog> { { dialog => dialog.Connection, connection }, { dialog => dialog.ServiceName, serviceName } };
        var options = new DialogOptions { MaxWidth = MaxWidth.Medium, FullWidth = true };
        var shown = await dialogs.ShowAsync<BrowseDialog>($"Add playlists from {serviceName}", parameters, options);
        return await shown.Result is { Canceled: false, Data: int count } ? count : null;
    }

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override Task OnInitializedAsync()
    {
        _newOnesToo = Connection.AddsNewPlaylists;
        return LoadAsync();
    }

    private static bool IsFree(SourceOffer offer) => offer is { PlaylistId: null, IsWanted: false, Summary.Obstacle: null };

    private static string State(SourceOffer offer) => offer switch
    {
        { PlaylistId: not null } => "in Spotter",
        { IsWanted: true } => "being read",
        { Summary.TrackCount: { } count } => Words.Count(count, "track"),
        _ => "",
    };

    private async Task LoadAsync()
    {
        _problem = null;
        try
        {
            _offers = await Connections.BrowseAsync(CurrentUser.Id, Connection.Id, _gone.Token);
        }
        catch (Exception exception) when (Explain(exception) is string sentence)
        {
            _problem = sentence;
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            // The dialog was closed before the service answered.
        }
    }

    private void Toggle(SourceOffer offer)
    {
        if (!_chosen.Remove(offer.Summary.RemoteId))
        {
            _chosen.Add(offer.Summary.RemoteId);
        }
    }

    private void ToggleShown()
    {
        var free = Shown.Where(IsFree).Select(offer => offer.Summary.RemoteId).ToList();
        if (AreAllChosen)
        {
            _chosen.ExceptWith(free);
        }
        else
        {
            _chosen.UnionWith(free);
        }
    }

    private async Task AddAsync()
    {
        _isBusy = true;
        try
        {
            var chosen = _offers!.Where(offer => _chosen.Contains(offer.Summary.RemoteId)).Select(offer => offer.Summary).ToList();
            if (_newOnesToo != Connection.AddsNewPlaylists)
            {
                await Connections.SetNewOnesAsync(CurrentUser.Id, Connection.Id, _newOnesToo, _keepInSync, CancellationToken.None);
            }

            await Connections.AddAsync(CurrentUser.Id, Connection.Id, chosen, _keepInSync, CancellationToken.None);
            Dialog.Close(DialogResult.Ok(chosen.Count));
        }
        finally
        {
            _isBusy = false;
        }
    }
}
