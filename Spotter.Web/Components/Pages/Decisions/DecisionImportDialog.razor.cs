using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;
using MudBlazor;
using Spotter.Core.Formats;
using Spotter.Core.Formats.Decisions;
using Spotter.Core.Sync.Decisions;
using Spotter.Web.Components.Shared;

namespace Spotter.Web.Components.Pages.Decisions;

/// <summary>Imports a list of decisions: shows first what it would do.</summary>
public sealed partial class DecisionImportDialog
{
    private const int LeftOutShown = 100;

    private DecisionFileContent? _file;
    private string _name = "";
    private DecisionImport? _plan;
    private string? _fault;
    private bool _isBusy;
    private bool _isSaving;
    private int _round;

    [Inject]
    public required DecisionTransfer Transfer { get; init; }

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    private int ToImport => _plan is { } plan ? plan.Count(DecisionImportOutcome.New) + plan.Count(DecisionImportOutcome.Replaces) : 0;

    /// <summary>Returns the import, if the user agrees to one.</summary>
    public static Task<IDialogReference> ShowAsync(IDialogService dialogs)
        => dialogs.ShowAsync<DecisionImportDialog>("Import decisions", new DialogOptions { MaxWidth = MaxWidth.Small, FullWidth = true, BackdropClick = false });

    private async Task ReadAsync(InputFileChangeEventArgs change)
    {
        (_file, _plan, _fault, _isBusy) = (null, null, null, true);
        _name = change.File.Name;
        StateHasChanged();
        try
        {
            await using var content = change.File.OpenReadStream(DecisionFile.MaxBytes + 1L, Gone);
            _file = await DecisionFile.ReadAsync(content, Gone);
            _plan = await Transfer.PlanAsync(CurrentUser.Id, _file, Gone);
        }
        catch (PlaylistFileException refusal)
        {
            _fault = Wording.Say(refusal.Refusal);
        }
        catch (IOException)
        {
            // The browser declares the size before it sends anything.
            _fault = $"The file is larger than {DecisionFile.MaxBytes / 1024 / 1024} MB, or could not be sent. Nothing was imported.";
        }
        finally
        {
            _isBusy = false;
            // A new input, so that choosing the same file again after correcting it raises a change event.
            _round++;
        }
    }

    private async Task SaveAsync()
    {
        if (_file is not { } file)
        {
            return;
        }

        (_isBusy, _isSaving) = (true, true);
        try
        {
            var import = await Transfer.ImportAsync(CurrentUser.Id, file, CancellationToken.None);
            Dialog.Close(DialogResult.Ok(import));
        }
        finally
        {
            (_isBusy, _isSaving) = (false, false);
        }
    }

    private static IEnumerable<string> Lines(DecisionImport plan)
    {
        if (plan.Count(DecisionImportOutcome.New) is > 0 and var added)
        {
            yield return $"{Words.Count(added, "decision")} will be new.";
        }

        if (plan.Count(DecisionImportOutcome.Replaces) is > 0 and var replaced)
        {
            yield return $"{Words.Count(replaced, "decision")} will take the place of {(replaced == 1 ? "an earlier one" : "earlier ones")} of yours.";
        }

        if (plan.Count(DecisionImportOutcome.AlreadyKnown) is > 0 and var known)
        {
            yield return $"{Words.Count(known, "decision")} {(known == 1 ? "is" : "are")} here already.";
        }

        if (plan.Count(DecisionImportOutcome.LaterStays) is > 0 and var later)
        {
            yield return $"{Words.Count(later, "decision")} will be left out: you have decided otherwise since.";
        }

        if (plan.Entries.Count == 0)
        {
            yield return "The file holds no decisions.";
        }
    }
}
