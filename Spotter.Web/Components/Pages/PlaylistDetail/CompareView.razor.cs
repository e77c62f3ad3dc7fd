using Microsoft.AspNetCore.Components;
using MudBlazor;
using Spotter.Core.Events;
using Spotter.Core.Matching;
using Spotter.Core.Playlists;
using Spotter.Core.Sync;
using Spotter.Core.Targets;
using Spotter.Web.Access;
using Spotter.Web.Addresses;
using Spotter.Web.Components.Shared;

namespace Spotter.Web.Components.Pages.PlaylistDetail;

/// <summary>The tab that shows source and server side by side.</summary>
public sealed partial class CompareView
{
    /// <summary>The tab's name in addresses.</summary>
    public const string Tab = "compare";

    private static readonly ComparedKind[] Kinds = [ComparedKind.Extra, ComparedKind.NotThere, ComparedKind.OutOfOrder, ComparedKind.Unmatched, ComparedKind.Same];

    private (int, string?, string?, DateTimeOffset?)? _read;
    private string? _error;

    [Inject]
    public required CompareViewModel Model { get; init; }

    [Inject]
    public required MatchCorrections Corrections { get; init; }

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Parameter, EditorRequired]
    public required Playlist Playlist { get; set; }

    /// <summary>The kind of rows to show, as the address has it. Null for all.</summary>
    [Parameter]
    public string? Show { get; set; }

    [Parameter]
    public EventCallback OnKeepAdded { get; set; }

    [Parameter]
    public EventCallback OnSync { get; set; }

    private int Extra => Model.Count(ComparedKind.Extra);

    private string Summary
    {
        get
        {
            if (Model.IsGone)
            {
                return $"The playlist is gone from {Servers.Name}. {(Playlist.SyncEnabled ? "The next sync looks for it, and asks what to do if it is not found." : "")}".TrimEnd();
            }

            if (Playlist.KnownTargetId is null)
            {
                return $"Nothing is {Servers.Name.Place} yet. {(Playlist.SyncEnabled ? "The next sync creates the playlist." : "Switch sync on to create it.")}";
            }

            string[] parts =
            [
                .. Part(ComparedKind.Extra, $"only {Servers.Name.Place}"), .. Part(ComparedKind.NotThere, "not there yet"), .. Part(ComparedKind.OutOfOrder, "out of order"),
            ];
            var outcome = Extra == 0 ? "" : Playlist.EditPolicy == EditPolicy.KeepAdded
                ? " What you added there stays; the rest follows the source."
                : Playlist.SyncEnabled ? " The source wins: the next sync takes the extra songs out, and the history keeps them." : "";
            return parts.Length == 0 ? "Every matched track is there, in the source’s order." : $"{Capital(string.Join(", ", parts))}.{outcome}";
        }
    }

    protected override void OnInitialized()
        => Follow<TrackMatchChanged>(e => e.PlaylistIds.Contains(Playlist.Id), () => Model.RefreshAsync(CurrentUser.Id, Playlist.Id, Gone));

    protected override Task OnParametersSetAsync()
    {
        Model.Show(Kinds.Cast<ComparedKind?>().FirstOrDefault(kind => KeyOf(kind!.Value) == Show));

        // Another target, or a run that has ended. While one is under way, the list is between two states.
        var now = (Playlist.Id, Playlist.KnownTargetId, Playlist.TargetFingerprint, Playlist.LastSyncedAt);
        if (_read == now || (_read is not null && Playlist.Status == SyncStatus.Syncing))
        {
            return Task.CompletedTask;
        }

        _read = now;
        return LoadAsync();
    }

    private async Task LoadAsync()
    {
        _error = null;
        try
        {
            await Model.LoadAsync(CurrentUser.Id, Playlist, Gone);
        }
        catch (Exception exception) when (Explain(exception) is string sentence)
        {
            _error = sentence;
        }
    }

    private async Task NeverAsync(CompareRow row)
    {
        await Corrections.NeverAsync(CurrentUser.Id, row.TrackId!.Value, CancellationToken.None);
        Snackbar.Add($"{row.Track!.Title} is never matched from now on.", Severity.Info, options =>
        {
            options.Action = "Undo";
            options.OnClick = _ => TryAsync(() => UndoAsync(row));
        });
    }

    private async Task UndoAsync(CompareRow row) => await Corrections.UndoAsync(CurrentUser.Id, row.TrackId!.Value, CancellationToken.None);

    private string UrlOf(ComparedKind? kind) => SpotterUrls.Playlist(Playlist.Id, Tab, show: kind is { } one ? KeyOf(one) : null);

    private IEnumerable<string> Part(ComparedKind kind, string what)
    {
        var count = Model.Count(kind);
        return count == 0 ? [] : [$"{Words.Number(count)} {what}"];
    }

    private static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string KeyOf(ComparedKind kind) => kind switch
    {
        ComparedKind.Same => "same",
        ComparedKind.OutOfOrder => "moved",
        ComparedKind.NotThere => "absent",
        ComparedKind.Unmatched => "unmatched",
        ComparedKind.Extra => "extra",
    };

    private static string NameOf(ComparedKind kind) => kind switch
    {
        ComparedKind.Same => "Same",
        ComparedKind.OutOfOrder => "Out of order",
        ComparedKind.NotThere => "Not there yet",
        ComparedKind.Unmatched => "Without a song",
        ComparedKind.Extra => "Extra",
    };

    private static string Say(CompareRow row) => row switch
    {
        { Kind: ComparedKind.Unmatched, IsNeverMatched: true } => "never",
        { Kind: ComparedKind.Unmatched, Zone: MatchZone.Review } => "to review",
        { Kind: ComparedKind.Unmatched, Zone: MatchZone.None } => "missing",
        { Kind: ComparedKind.Unmatched } => "not matched yet",
        { Kind: ComparedKind.Same } => "",
        _ => NameOf(row.Kind).ToLowerInvariant(),
    };
}
