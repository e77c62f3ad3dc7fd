using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using MudBlazor;
using Spotter.Core.Formats;
using Spotter.Web.Access;
using Spotter.Web.Components.Shared;

namespace Spotter.Web.Components.Pages.Sources;

/// <summary>Imports files and pasted lists: shows what each would change, and stores what the user agrees to.</summary>
public sealed partial class ImportDialog : IDisposable
{
    private const int FilesAtOnce = 50;
    private const int FaultsAtOnce = 3;

    private readonly CancellationTokenSource _gone = new();
    private string? _reading;
    private bool _isPasting;
    private bool _isOver;
    private bool _isSaving;
    private bool _switchOn;
    private int _round;

    [Inject]
    public required ImportViewModel Model { get; init; }

    [Inject]
    public required ImportedPlaylists Imported { get; init; }

    [Inject]
    public required CurrentUser CurrentUser { get; init; }

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    private bool HasContent => Model.Entries.Count + Model.Faults.Count + Model.Tables.Count > 0;

    private bool CanImport => !_isSaving && _reading is null && Model.Ready.Count > 0 && !Model.IsWaiting;

    private string ActLabel => (_isSaving, Model.Ready.Count) switch
    {
        (true, _) => "Importing…",
        (_, <= 1) => "Import",
        var (_, count) => $"Import {Words.Count(count, "playlist")}",
    };

    public static async Task ShowAsync(IDialogService dialogs)
    {
        var options = new DialogOptions { MaxWidth = MaxWidth.Medium, FullWidth = true, BackdropClick = false, CloseButton = true };
        await dialogs.ShowAsync<ImportDialog>("Import playlists", options);
    }

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    private async Task AddAsync(InputFileChangeEventArgs change)
    {
        _isOver = false;
        if (change.FileCount > FilesAtOnce)
        {
            Snackbar.Add($"At most {FilesAtOnce} files at once; these were {change.FileCount}.", Severity.Warning);
            return;
        }

        try
        {
            foreach (var file in change.GetMultipleFiles(FilesAtOnce))
            {
                _reading = file.Name;
                StateHasChanged();
                await Model.AddAsync(CurrentUser.Id, file.Name, file.Size, () => file.OpenReadStream(PlaylistFileLimits.MaxArchiveBytes, _gone.Token), _gone.Token);
            }
        }
        finally
        {
            _reading = null;
            // A new input, so that choosing the same file again after correcting it raises a change event.
            _round++;
        }
    }

    private async Task<string?> PasteAsync(string name, Stream text)
    {
        var problem = await Model.PasteAsync(CurrentUser.Id, name, text, _gone.Token);
        // The click belongs to the form, which renders only itself.
        StateHasChanged();
        return problem;
    }

    private Task ReadTableAsync(ImportTable table) => Model.ReadTableAsync(CurrentUser.Id, table, _gone.Token);

    private Task ReplanAsync(ImportEntry entry) => Model.ReplanAsync(CurrentUser.Id, entry, _gone.Token);

    private Task TurnAsync(ImportEntry entry) => Model.TurnAsync(CurrentUser.Id, entry, _gone.Token);

    private Task ChooseLettersAsync((ImportEntry Entry, string? CodePage) choice) => Model.ChooseLettersAsync(CurrentUser.Id, choice.Entry, choice.CodePage, _gone.Token);

    private Task ApplyToAlikeAsync(ImportEntry entry) => Model.ApplyToAlikeAsync(CurrentUser.Id, entry, _gone.Token);

    private async Task SaveAsync()
    {
        IReadOnlyList<int> stored;
        int namesakes;
        _isSaving = true;
        try
        {
            stored = await Model.SaveAsync(CurrentUser.Id);
            namesakes = _switchOn ? await Imported.SwitchOnAsync(CurrentUser.Id, stored) : 0;
        }
        finally
        {
            _isSaving = false;
        }

        if (stored.Count > 0)
        {
            Snackbar.Add($"{Words.Count(stored.Count, "playlist")} imported.", Severity.Success);
        }

        if (namesakes > 0)
        {
            Snackbar.Add(
                $"{Words.Count(namesakes, "playlist")} not switched on: {Servers.Name} has one of the same name. Switch it on individually to pair or rename it.",
                Severity.Warning);
        }

        if (!Model.Entries.Any(entry => entry.IsIncluded) && Model.Tables.Count == 0)
        {
            Dialog.Close(DialogResult.Ok(stored));
        }
    }
}
