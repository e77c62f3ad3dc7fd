using System.Globalization;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;
using Spotter.Core.Mixtapes;
using Spotter.Web.Access;
using Spotter.Web.Components.Pages.Mixtapes;
using Spotter.Web.Components.Pages.Sources;
using Spotter.Web.Components.Shared.Fixing;

namespace Spotter.Web.Components.Layout;

/// <summary>Makes the browser's "back" close the top dialog, and reopens the dialog that a restart of Spotter interrupted.</summary>
public sealed class DialogKeeper : SpotterComponentBase, IAsyncDisposable
{
    public const string Import = "import";
    public const string Mixtape = "mixtape";
    public const string Fix = "fix";

    private readonly List<IDialogReference> _open = [];
    private readonly List<Task> _closings = [];
    private DotNetObjectReference<DialogKeeper>? _self;

    [Inject]
    public required IDialogService Dialogs { get; init; }

    [Inject]
    public required IJSRuntime Browser { get; init; }

    [Inject]
    public required MixtapeStore Mixtapes { get; init; }

    [Inject]
    public required CurrentUser CurrentUser { get; init; }

    /// <summary>The key of a dialog: its kind and the ids of its subject.</summary>
    public static string KeyOf(string kind, params IEnumerable<long> ids) => string.Join(':', [kind, .. ids.Select(id => id.ToString(CultureInfo.InvariantCulture))]);

    /// <summary>Closes the top dialog, like its Cancel button.</summary>
    [JSInvokable]
    public void CloseLast()
    {
        if (_open is [.., var last])
        {
            last.Close(DialogResult.Cancel());
        }
    }

    public ValueTask DisposeAsync()
    {
        Dialogs.DialogInstanceAddedAsync -= OnOpenedAsync;
        _self?.Dispose();
        return ValueTask.CompletedTask;
    }

    protected override void OnInitialized() => Dialogs.DialogInstanceAddedAsync += OnOpenedAsync;

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender)
        {
            return;
        }

        _self = DotNetObjectReference.Create(this);
        await Browser.InvokeVoidAsync("spotter.keepDialogs", _self);
        if (await Browser.InvokeAsync<InterruptedDialog?>("spotter.interruptedDialog") is { } interrupted)
        {
            await TryAsync(() => OpenAgainAsync(interrupted));
        }
    }

    private async Task OpenAgainAsync(InterruptedDialog interrupted)
    {
        var parts = interrupted.Key.Split(':');
        var ids = parts.Skip(1).Select(part => long.TryParse(part, CultureInfo.InvariantCulture, out var id) ? id : 0).ToList();
        switch (parts[0])
        {
            case Import:
                await ImportDialog.ShowAsync(Dialogs);
                break;
            case Fix when ids is [_, ..]:
                await FixDialog.ShowAsync(Dialogs, ids);
                break;
            case Mixtape:
                await OpenMixtapeAsync(ids is [var mixtape] ? mixtape : null);
                break;
            default:
                return;
        }

        Snackbar.Add(
            interrupted.Files.Count == 0
                ? "Spotter was restarted. What you had begun is still here."
                : $"Spotter was restarted. What you had written is still here. Choose the files again: {string.Join(", ", interrupted.Files)}.",
            Severity.Info);
    }

    private async Task OpenMixtapeAsync(long? id)
    {
        var existing = id is null ? null : (await Mixtapes.ListAsync(CurrentUser.Id, CancellationToken.None)).FirstOrDefault(mixtape => mixtape.Id == id);
        if (id is null || existing is not null)
        {
            await MixtapeDialog.ShowAsync(Dialogs, existing);
        }
    }

    private async Task OnOpenedAsync(IDialogReference dialog)
    {
        _open.Add(dialog);
        await Browser.InvokeVoidAsync("spotter.dialogOpened");
        _closings.Add(CloseAsync(dialog));
        _closings.RemoveAll(closing => closing.IsCompletedSuccessfully);
    }

    private async Task CloseAsync(IDialogReference dialog)
    {
        await dialog.Result;
        _open.Remove(dialog);
        try
        {
            await Browser.InvokeVoidAsync("spotter.dialogClosed");
        }
        catch (JSDisconnectedException)
        {
            // The page is gone, and its history with it.
        }
    }
}
