using MudBlazor;
using Spotter.Core.Matching;
using Spotter.Core.Sync;

namespace Spotter.Web.Components.Shared;

/// <summary>Changes what a playlist allows, says so, and offers the way back.</summary>
public sealed class AllowanceChanges(PlaylistChoices choices, ISnackbar snackbar)
{
    /// <summary>Sets what a playlist allows.</summary>
    /// <param name="userId">Whose playlist.</param>
    /// <param name="playlistId">The playlist.</param>
    /// <param name="name">Its name.</param>
    /// <param name="before">What it allows now.</param>
    /// <param name="after">What it shall allow.</param>
    /// <param name="guard">Runs the undo and shows its failure: the component's <c>TryAsync</c>.</param>
    public async Task SetAsync(int userId, int playlistId, string name, MatchAllowances before, MatchAllowances after, Func<Func<Task>, Task> guard)
    {
        if (before == after || !await choices.SetAllowancesAsync(userId, playlistId, after, CancellationToken.None))
        {
            return;
        }

        snackbar.Add(AllowanceWords.Changed(name, after), Severity.Info, options =>
        {
            options.Action = "Undo";
            options.OnClick = _ => TryAsync(() => choices.SetAllowancesAsync(userId, playlistId, before, CancellationToken.None));
        });

        Task TryAsync(Func<Task> undo) => guard(undo);
    }
}
