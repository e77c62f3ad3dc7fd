using Microsoft.AspNetCore.Components;
using MudBlazor;
using Spotter.Core.Events;
using Spotter.Core.Playlists;
using Spotter.Core.Sync;
using Spotter.Core.Targets;
using Spotter.Web.Components.Shared;

namespace Spotter.Web.Components.Pages.PlaylistDetail;

/// <summary>The head of the page: the playlist, its state, and the actions.</summary>
public sealed partial class PlaylistHead
{
    private SyncProgressed? _progress;
    private SyncSwitch? _switch;

    [Inject]
    public required SyncProgressBoard Board { get; init; }

    [Inject]
    public required AllowanceChanges Allowances { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Parameter, EditorRequired]
    public required PlaylistViewModel Model { get; set; }

    /// <summary>The target's page on the server, or null.</summary>
    [Parameter]
    public Uri? TargetLink { get; set; }

    [Parameter]
    public EventCallback OnForgotten { get; set; }

    private Playlist Playlist => Model.Playlist!;

    protected override void OnInitialized()
        => Follow<SyncProgressed>(e => e.PlaylistId == Model.PlaylistId, _ =>
        {
            // The run may have ended in the meantime.
            _progress = Board.Find(Model.PlaylistId);
            return Task.CompletedTask;
        });

    protected override void OnParametersSet() => _progress = Board.Find(Model.PlaylistId);

    /// <summary>Asks for a sync, and says that it is queued.</summary>
    public async Task SyncAsync() => Tell(await Model.SyncNowAsync(), "Sync is queued.");

    private async Task PreviewAsync()
    {
        var preview = await PreviewDialog.ShowAsync(Dialogs, Playlist, Playlist.SyncEnabled ? "Sync now" : "Switch sync on");
        if (preview is not null && !Playlist.SyncEnabled)
        {
            await _switch!.SwitchAsync(true);
        }
        else if (preview is not null)
        {
            Tell(preview.HeldBack is null ? await Model.SyncNowAsync() : await Model.ApplyAnywayAsync(preview.Plan.Fingerprint), "Sync is queued.");
        }
    }

    private async Task ApplyAnywayAsync()
    {
        if (Model.IsTargetLost)
        {
            await CreateAgainAsync();
            return;
        }

        var isSure = await ConfirmDialog.AskAsync(
            Dialogs, "Apply anyway", $"{Wording.Say(Playlist.SyncError)} If you go on, exactly the plan that was held back is written.", "Apply anyway", isDestructive: true);
        if (isSure && Playlist.HeldBackPlan is { } plan)
        {
            Tell(await Model.ApplyAnywayAsync(plan), "The plan is being applied.");
        }
    }

    private async Task CreateAgainAsync()
    {
        var isSure = await ConfirmDialog.AskAsync(
            Dialogs,
            "Create the playlist again",
            $"Makes a new playlist “{Playlist.WantedName}” {Model.Place}. Playlists that are there already stay as they are.",
            "Create");
        if (isSure && Playlist.HeldBackPlan is { } plan)
        {
            Tell(await Model.ApplyAnywayAsync(plan), "The playlist is being created.");
        }
    }

    private async Task ChoosePolicyAsync()
    {
        if (await EditPolicyDialog.ShowAsync(Dialogs, Playlist, Model.Place) is { } policy && policy != Playlist.EditPolicy)
        {
            await Model.SetEditPolicyAsync(policy);
        }
    }

    private async Task ChooseAllowancesAsync()
    {
        if (await AllowancesDialog.ShowAsync(Dialogs, Playlist) is { } allows)
        {
            await Allowances.SetAsync(CurrentUser.Id, Playlist.Id, Playlist.WantedName, Playlist.Allows, allows, TryAsync);
        }
    }

    /// <summary>Keeps what the user adds on the server from now on.</summary>
    public async Task KeepAddedAsync()
    {
        await Model.SetEditPolicyAsync(EditPolicy.KeepAdded);
        Snackbar.Add($"From now on, songs that you add {Model.Place} stay.", Severity.Info);
    }

    private Task ExportAsync() => ExportDialog.ShowAsync(Dialogs, Playlist);

    private async Task PairAsync()
    {
        if (await PairDialog.ShowAsync(Dialogs, Playlist) is { } target
            && await PreviewDialog.ShowAsync(Dialogs, Playlist, "Pair and sync", target) is { } preview)
        {
            Tell(await Model.PairAsync(target.Id, preview.Plan.Fingerprint), $"Pairing with “{target.Name}”.");
        }
    }

    private async Task RebuildAsync()
    {
        var isSure = await ConfirmDialog.AskAsync(
            Dialogs,
            $"Rebuild {Model.Place}",
            $"Recreates “{Playlist.WantedName}” {Model.Place} and then deletes the old one; its cover, shares and stars go too. Your decisions about matches stay.",
            "Rebuild",
            isDestructive: true);
        if (isSure)
        {
            Tell(await Model.RebuildAsync(), "The rebuild is queued.");
        }
    }

    private async Task LetGoAsync()
    {
        var isSure = await ConfirmDialog.AskAsync(
            Dialogs,
            "Let the playlist go for good",
            $"“{Playlist.WantedName}” stays {Model.Place} as it is and is yours alone. Spotter forgets that it kept it: if you switch sync on again, it makes a new playlist there.",
            "Let go");
        if (isSure)
        {
            Tell(await Model.LetGoAsync(), "Spotter is letting the playlist go.");
        }
    }

    private async Task RenameAsync()
    {
        if (await RenameDialog.ShowAsync(Dialogs, Playlist) is { } name)
        {
            await Model.RenameAsync(name);
        }
    }

    private async Task ForgetAsync()
    {
        var isSure = await ConfirmDialog.AskAsync(
            Dialogs,
            "Remove from Spotter",
            $"“{Playlist.WantedName}” with its match report and history leaves Spotter. A playlist {Model.Place} stays as it is. Your decisions about matches are kept.",
            "Take out",
            isDestructive: true);
        if (isSure)
        {
            var isGone = await Model.ForgetAsync();
            if (isGone)
            {
                await OnForgotten.InvokeAsync();
            }
            else
            {
                Snackbar.Add("It could not be removed because its sync is on.", Severity.Warning);
            }
        }
    }

    private void Tell(SyncRequestOutcome outcome, string done)
    {
        var (text, severity) = outcome switch
        {
            SyncRequestOutcome.Accepted => (done, Severity.Info),
            SyncRequestOutcome.NotFound => ("The playlist is no longer here.", Severity.Warning),
            SyncRequestOutcome.SyncIsOff => ("Its sync is off. Switch it on first.", Severity.Warning),
            SyncRequestOutcome.SyncIsOn => ("Its sync is on. Switch it off first.", Severity.Warning),
            SyncRequestOutcome.NothingHeldBack or SyncRequestOutcome.PlanChanged => ("The held-back plan has changed. Look at it again.", Severity.Warning),
            SyncRequestOutcome.NotASource => ($"A playlist that is only {Model.Place} is not synced.", Severity.Warning),
        };
        Snackbar.Add(text, severity);
    }
}
