using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;
using MudBlazor;
using Spotter.Core.Tracks;
using Spotter.Web.Access;

namespace Spotter.Web.Components.Layout;

/// <summary>Search over playlists, library, pages and actions, by keyboard.</summary>
public sealed partial class SearchDialog : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    private readonly CancellationTokenSource _gone = new();
    private CancellationTokenSource _typing = new();
    private string _text = "";
    private int _chosen;
    private bool _isSearching;

    [Inject]
    public required SearchViewModel Model { get; init; }

    [Inject]
    public required CurrentUser CurrentUser { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required IJSRuntime Browser { get; init; }

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    /// <summary>Returns the chosen action, or null if the choice was a page or nothing.</summary>
    public static async Task<SearchAct?> ShowAsync(IDialogService dialogs)
    {
        var options = new DialogOptions { Position = DialogPosition.TopCenter, MaxWidth = MaxWidth.Small, FullWidth = true, NoHeader = true };
        var dialog = await dialogs.ShowAsync<SearchDialog>("Search", options);
        return await dialog.Result is { Canceled: false, Data: SearchAct act } ? act : null;
    }

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
        _typing.Cancel();
        _typing.Dispose();
    }

    protected override Task OnInitializedAsync() => Model.SearchAsync(CurrentUser.Id, _text, _gone.Token);

    private async Task OnInputAsync(ChangeEventArgs change)
    {
        _text = change.Value as string ?? "";
        _isSearching = true;
        await _typing.CancelAsync();
        _typing.Dispose();
        _typing = new CancellationTokenSource();
        var token = _typing.Token;
        try
        {
            await Task.Delay(Pause, Clock, token);
            await Model.SearchAsync(CurrentUser.Id, _text, token);
            _chosen = 0;
            _isSearching = false;
        }
        catch (OperationCanceledException)
        {
            // Another key was pressed.
        }
        catch (Exception exception) when (Explain(exception) is string sentence)
        {
            _isSearching = false;
            Tell(sentence);
        }
    }

    // The browser makes the arrows move the selection instead of the caret (data-arrows): a reply from here would come after the next key.
    private Task OnKeyAsync(KeyboardEventArgs key)
    {
        if (Model.Hits.Count == 0)
        {
            return Task.CompletedTask;
        }

        switch (key.Key)
        {
            case "ArrowDown":
                return ChooseAsync((_chosen + 1) % Model.Hits.Count);
            case "ArrowUp":
                return ChooseAsync((_chosen + Model.Hits.Count - 1) % Model.Hits.Count);
            case "Enter":
                return OpenAsync(Model.Hits[Math.Min(_chosen, Model.Hits.Count - 1)]);
            default:
                return Task.CompletedTask;
        }
    }

    private async Task ChooseAsync(int index)
    {
        _chosen = index;
        await Browser.InvokeVoidAsync("spotter.show", $"hit-{index}");
    }

    private async Task OpenAsync(SearchHit hit)
    {
        if (hit.Song is { } song)
        {
            await LookIntoAsync(song);
        }
        else if (hit.Act is { } act)
        {
            Dialog.Close(DialogResult.Ok(act));
        }
        else if (hit is { IsOutside: true, Url: { } outside })
        {
            Dialog.Close();
            await Browser.InvokeVoidAsync("open", outside, "_blank", "noopener");
        }
        else
        {
            // In this order: a dialog that closes first takes its entry in the history back, and on a slow connection the navigation with it.
            Navigation.NavigateTo(hit.Url!);
            Dialog.Close();
        }
    }

    private async Task LookIntoAsync(Song song)
    {
        // A pending search for the last keystrokes would replace what is shown now.
        await _typing.CancelAsync();
        await Model.LookIntoAsync(CurrentUser.Id, song, _gone.Token);
        _chosen = 0;
    }

    private async Task BackAsync()
    {
        await Model.SearchAsync(CurrentUser.Id, _text, _gone.Token);
        _chosen = 0;
    }
}
