using Microsoft.AspNetCore.Components;
using MudBlazor;
using Spotter.Core.Library;
using Spotter.Core.Playlists;
using Spotter.Core.Providers;
using Spotter.Web.Access;

namespace Spotter.Web.Components.Pages.PlaylistDetail;

/// <summary>Lets the user choose a playlist on the server as the target.</summary>
public sealed partial class PairDialog
{
    private static readonly Dictionary<string, object?> _searchAttributes = new() { ["aria-label"] = "Search by name" };

    private IReadOnlyList<TargetSummary>? _targets;
    private string? _error;
    private string? _text;

    [Inject]
    public required ServerPlaylists ServerPlaylists { get; init; }

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public required Playlist Playlist { get; set; }

    // Most people look for the one of the same name.
    private IEnumerable<TargetSummary> Shown => _targets!
        .Where(target => string.IsNullOrWhiteSpace(_text) || target.Name.Contains(_text.Trim(), StringComparison.CurrentCultureIgnoreCase))
        .OrderByDescending(IsNamesake)
        .ThenBy(target => target.Name, StringComparer.CurrentCultureIgnoreCase);

    /// <summary>Returns the chosen playlist, or null.</summary>
    public static async Task<TargetSummary?> ShowAsync(IDialogService dialogs, Playlist playlist)
    {
        var parameters = new DialogParameters<PairDialog> { { dialog => dialog.Playlist, playlist } };
        var dialog = await dialogs.ShowAsync<PairDialog>("Pair", parameters, new DialogOptions { MaxWidth = MaxWidth.Small, FullWidth = true });
        return await dialog.Result is { Canceled: false, Data: TargetSummary target } ? target : null;
    }

    protected override Task OnInitializedAsync() => LoadAsync();

    private async Task LoadAsync()
    {
        (_targets, _error) = (null, null);
        try
        {
            _targets = [.. (await ServerPlaylists.ListPairableAsync(CurrentUser.Id, Gone)).Where(target => target.Id != Playlist.NavidromePlaylistId)];
        }
        catch (Exception exception) when (Explain(exception) is string sentence)
        {
            _error = sentence;
        }
    }

    private bool IsNamesake(TargetSummary target) => string.Equals(target.Name, Playlist.WantedName, StringComparison.OrdinalIgnoreCase);
}
