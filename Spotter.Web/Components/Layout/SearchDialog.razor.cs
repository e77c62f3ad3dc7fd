using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;
using MudBlazor;
using Spotter.Web.Access;

namespace Spotter.Web.Components.Layout;

/// <summary>Search over playlists and library, by keyboard.</summary>
public sealed partial class SearchDialog : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(150);

    private ElementReference _input;
    private CancellationTokenSource _typing = new();
    private string _text = "";
    private int _chosen;
    private bool _isMoving;
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

    public void Dispose()
    {
        _typing.Cancel();
        _typing.Dispose();
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await Browser.InvokeVoidAsync("spotter.focusInDialog", _input);
        }
    }

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
            // The next letter came.
        }
        catch (Exception exception) when (Explain(exception) is string sentence)
        {
            _isSearching = false;
            Tell(sentence);
        }
    }

    private void OnKey(KeyboardEventArgs key)
    {
        // The arrows move the choice, not the caret.
        _isMoving = key.Key is "ArrowDown" or "ArrowUp";
        if (Model.Hits.Count == 0)
        {
            return;
        }

        switch (key.Key)
        {
            case "ArrowDown":
                _chosen = (_chosen + 1) % Model.Hits.Count;
                break;
            case "ArrowUp":
                _chosen = (_chosen + Model.Hits.Count - 1) % Model.Hits.Count;
                break;
            case "Enter":
                Open(Model.Hits[Math.Min(_chosen, Model.Hits.Count - 1)]);
                break;
        }
    }

    private void Open(SearchHit hit)
    {
        if (hit.Url is { } url)
        {
            Dialog.Close();
            Navigation.NavigateTo(url);
        }
    }
}
