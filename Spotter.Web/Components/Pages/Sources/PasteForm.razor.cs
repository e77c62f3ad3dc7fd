using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using Spotter.Core.Formats;

namespace Spotter.Web.Components.Pages.Sources;

/// <summary>Takes a list that is pasted as text.</summary>
public sealed partial class PasteForm
{
    private const string Example = "Nina Simone - Feeling Good\nMiles Davis - So What\nPortishead - Roads";

    // The script adds a line end to the field's text.
    private const int LineEnd = 1;

    private ElementReference _text;
    private string _name = "";
    private string? _problem;
    private bool _isBusy;
    private int _round;

    [Inject]
    public required IJSRuntime Browser { get; init; }

    /// <summary>Whether another form is shown. The typed text stays.</summary>
    [Parameter]
    public bool IsHidden { get; set; }

    /// <summary>Reads a name and a text. Returns what is wrong with them, or null.</summary>
    [Parameter, EditorRequired]
    public required Func<string, Stream, Task<string?>> Read { get; set; }

    private async Task ReadAsync()
    {
        if (_isBusy)
        {
            return;
        }

        _isBusy = true;
        try
        {
            _problem = await ReadTextAsync();
        }
        finally
        {
            _isBusy = false;
        }
    }

    private async Task<string?> ReadTextAsync()
    {
        // Streamed like a file: a SignalR message is limited to 32 KB, and a list is easily longer.
        await using var text = await Browser.InvokeAsync<IJSStreamReference>("spotter.textOf", _text);
        if (text.Length <= LineEnd)
        {
            return "The field is empty. Paste a list into it first.";
        }

        if (text.Length > PlaylistFileLimits.MaxBytes)
        {
            return "The list is larger than 10 MB, which is the most that one import takes. Nothing was imported.";
        }

        await using var stream = await text.OpenReadStreamAsync(PlaylistFileLimits.MaxBytes);
        if (await Read(_name, stream) is { } problem)
        {
            return problem;
        }

        // The list was accepted, so the fields are cleared for the next one.
        _name = "";
        _round++;
        return null;
    }
}
