using Microsoft.AspNetCore.Components;
using MudBlazor;
using Spotter.Core.Sync.Decisions;
using Spotter.Web.Components.Shared;

namespace Spotter.Web.Components.Pages.Review;

/// <summary>Shows the best candidate for each of many doubtful matches, and takes those that the user leaves in.</summary>
public sealed partial class BestDialog
{
    private readonly HashSet<string> _leftOut = new(StringComparer.Ordinal);
    private List<BestChoice>? _choices;
    private bool _isBusy;

    [Inject]
    public required BestChoices Choices { get; init; }

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    /// <summary>One row of each match.</summary>
    [Parameter, EditorRequired]
    public required IReadOnlyList<long> TrackIds { get; set; }

    private IReadOnlyList<BestChoice> Chosen => [.. (_choices ?? []).Where(choice => !_leftOut.Contains(choice.Key))];

    private string Text
    {
        get
        {
            var (count, versions) = (Chosen.Count, Chosen.Count(choice => !choice.Candidate.Score.SameVersion));
            var others = versions == 0 ? ""
                : count == 1 ? " It is another version than the one that was asked for."
                : versions == count ? " All of them are other versions than the ones that were asked for."
                : $" {Words.Count(versions, "of them is another version", "of them are other versions")} than asked for.";
            return $"The first candidate becomes your choice for {Words.Count(count, "track")}, in all your playlists.{others} One undo takes all of it back.";
        }
    }

    /// <summary>Returns the change, if the user agrees to one.</summary>
    public static Task<IDialogReference> ShowAsync(IDialogService dialogs, IReadOnlyList<long> trackIds)
        => dialogs.ShowAsync<BestDialog>(
            "Use the best for each", new DialogParameters<BestDialog> { { dialog => dialog.TrackIds, trackIds } }, new DialogOptions { MaxWidth = MaxWidth.Medium, FullWidth = true });

    protected override async Task OnInitializedAsync() => _choices = [.. await Choices.PlanAsync(CurrentUser.Id, TrackIds, Gone)];

    private void TurnAll()
    {
        if (_leftOut.Count > 0)
        {
            _leftOut.Clear();
        }
        else
        {
            _leftOut.UnionWith((_choices ?? []).Select(choice => choice.Key));
        }
    }

    private void Turn(BestChoice choice)
    {
        if (!_leftOut.Add(choice.Key))
        {
            _leftOut.Remove(choice.Key);
        }
    }

    private async Task TakeAsync()
    {
        _isBusy = true;
        try
        {
            var change = await Choices.TakeAsync(CurrentUser.Id, Chosen, CancellationToken.None);
            Dialog.Close(DialogResult.Ok(change));
        }
        finally
        {
            _isBusy = false;
        }
    }
}
