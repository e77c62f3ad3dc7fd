using Microsoft.AspNetCore.Components;
using MudBlazor;
using Spotter.Core.Accounts;
using Spotter.Core.Playlists;
using Spotter.Core.Providers;
using Spotter.Core.Sync;
using Spotter.Web.Access;

namespace Spotter.Web.Components.Shared;

/// <summary>Shown when sync is switched on and the server has a playlist of the same name: pair with it after a preview, or create another one.</summary>
public sealed partial class NamesakeDialog : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private bool _pair = true;
    private bool _isBusy;
    private string _name = "";
    private string? _error;
    private SyncPreview? _preview;

    [Inject]
    public required SyncPreviews Previews { get; init; }

    [Inject]
    public required ServerProfiles Servers { get; init; }

    [Inject]
    public required SyncSwitcher Switching { get; init; }

    [Inject]
    public required CurrentUser CurrentUser { get; init; }

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public required Playlist Playlist { get; set; }

    [Parameter, EditorRequired]
    public required TargetSummary Namesake { get; set; }

    private bool CanContinue => !_isBusy && (_pair ? _preview is not null : IsFreeName);

    private bool IsFreeName => !string.IsNullOrWhiteSpace(_name) && !string.Equals(_name.Trim(), Namesake.Name.Trim(), StringComparison.OrdinalIgnoreCase);

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    private static string Change(SyncPreview preview)
        => preview is { Added.Count: 0, Removed.Count: 0, Moved.Count: 0 }
            ? "No song would change."
            : $"Added {Words.Number(preview.Added.Count)}, removed {Words.Number(preview.Removed.Count)}, moved {Words.Number(preview.Moved.Count)}.";

    protected override async Task OnInitializedAsync()
    {
        _name = $"{Playlist.WantedName} (Spotter)";
        await PreviewAsync();
    }

    private Task ChooseAsync(bool pair)
    {
        _pair = pair;
        return _pair && _preview is null ? PreviewAsync() : Task.CompletedTask;
    }

    private async Task PreviewAsync()
    {
        _error = null;
        try
        {
            _preview = await Previews.PreviewAsync(CurrentUser.Id, Playlist.Id, Namesake.Id, _gone.Token);
            _error = _preview is null ? "This playlist is no longer in Spotter." : null;
        }
        catch (LibraryScanningException)
        {
            _error = $"{Servers.Name.AtStart} is scanning its library. Pairing can be previewed when it has finished.";
        }
        catch (Exception exception) when (Explain(exception) is string sentence)
        {
            _error = sentence;
        }
    }

    private async Task ContinueAsync()
    {
        _isBusy = true;
        try
        {
            var isDone = _pair
                ? await Switching.PairAsync(CurrentUser.Id, Playlist.Id, Namesake.Id, _preview!.Plan.Fingerprint)
                : await Switching.SwitchOnAsAsync(CurrentUser.Id, Playlist.Id, _name.Trim());
            Dialog.Close(isDone ? DialogResult.Ok(true) : DialogResult.Cancel());
        }
        finally
        {
            _isBusy = false;
        }
    }
}
