using Microsoft.AspNetCore.Components;
using MudBlazor;
using Spotter.Core.Providers;
using Spotter.Core.Sources;
using Spotter.Web.Access;

namespace Spotter.Web.Components.Pages.Sources;

/// <summary>Takes a link to a public playlist, shows a preview, and follows the playlist.</summary>
public sealed partial class LinkDialog : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private string _text = "";
    private string? _problem;
    private LinkAdvice? _advice;
    private bool _isConnected;
    private LinkedPlaylist? _found;
    private bool _keepInSync = true;
    private bool _isBusy;

    [Inject]
    public required SourceConnections Connections { get; init; }

    [Inject]
    public required ProviderRegistry Providers { get; init; }

    [Inject]
    public required CurrentUser CurrentUser { get; init; }

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    private IEnumerable<ISourceFactory> Readers => Providers.Sources.Where(source => source is ILinkReader);

    private ISourceFactory? Instead => _advice?.ConnectKind is { } kind ? Providers.FindSource(kind) : null;

    /// <summary>Returns the result, or null if the dialog was cancelled.</summary>
    public static async Task<LinkDialogResult?> ShowAsync(IDialogService dialogs)
    {
        var shown = await dialogs.ShowAsync<LinkDialog>("Follow a public link", new DialogOptions { MaxWidth = MaxWidth.Small, FullWidth = true, BackdropClick = false });
        return await shown.Result is { Canceled: false, Data: LinkDialogResult result } ? result : null;
    }

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    // All links start the same, and a phone is narrow.
    private static string Example(ILinkReader reader) => reader.LinkExample.Replace("https://", "", StringComparison.Ordinal);

    private void Type(ChangeEventArgs e)
    {
        _text = e.Value as string ?? "";
        _found = null;
        _problem = null;
        _advice = null;
    }

    private async Task LookUpAsync()
    {
        if (_isBusy || string.IsNullOrWhiteSpace(_text))
        {
            return;
        }

        _isBusy = true;
        _problem = null;
        _advice = null;
        try
        {
            _found = await Connections.LookUpLinkAsync(CurrentUser.Id, _text, _gone.Token);
        }
        catch (LinkRefusedException refusal)
        {
            (_problem, _advice) = (Wording.Say(refusal.Advice.What), refusal.Advice);
            _isConnected = (await Connections.ListAsync(CurrentUser.Id, _gone.Token)).Any(c => !c.IsForLinks && c.Kind == refusal.Advice.ConnectKind);
        }
        catch (Exception exception) when (Explain(exception) is string sentence)
        {
            _problem = sentence;
        }
        catch (OperationCanceledException) when (_gone.IsCancellationRequested)
        {
            // The dialog was closed before the service answered.
        }
        finally
        {
            _isBusy = false;
        }
    }

    private async Task AddAsync()
    {
        _isBusy = true;
        try
        {
            await Connections.AddLinkAsync(CurrentUser.Id, _found!, _keepInSync, CancellationToken.None);
            Leave(new() { Followed = _found });
        }
        finally
        {
            _isBusy = false;
        }
    }

    private void Leave(LinkDialogResult result) => Dialog.Close(DialogResult.Ok(result));
}
