using Microsoft.AspNetCore.Components;
using MudBlazor;
using Spotter.Core.Providers;
using Spotter.Core.Sources;
using Spotter.Web.Access;

namespace Spotter.Web.Components.Pages.Sources;

/// <summary>Asks for what a service needs, as the service describes it, and connects if the service accepts it.</summary>
public sealed partial class ConnectDialog : IDisposable
{
    private readonly CancellationTokenSource _gone = new();
    private readonly Dictionary<string, string?> _values = [];
    private bool _isBusy;
    private string? _problem;
    private Uri? _leaveFor;
    private string? _pasted;

    [Inject]
    public required SourceConnections Connections { get; init; }

    [Inject]
    public required BrowserSignIns SignIns { get; init; }

    [Inject]
    public required NavigationManager Navigation { get; init; }

    [Inject]
    public required CurrentUser CurrentUser { get; init; }

    [CascadingParameter]
    public required IMudDialogInstance Dialog { get; set; }

    [Parameter, EditorRequired]
    public required ISourceFactory Service { get; set; }

    /// <summary>The connection to sign in to again, or null for a new one.</summary>
    [Parameter]
    public SourceConnection? Existing { get; set; }

    private bool SignsInByBrowser => Service is IBrowserSignIn;

    private CallbackAddress Callback => CallbackAddress.For(new Uri(Navigation.BaseUri), Service.Kind);

    private string ActLabel => (_isBusy, SignsInByBrowser && _leaveFor is null) switch
    {
        (true, _) => "Asking…",
        (_, true) => "Go on",
        _ => "Connect",
    };

    private bool IsComplete => _leaveFor is not null ? !string.IsNullOrWhiteSpace(_pasted) : Service.Fields.All(f => !f.IsRequired || !string.IsNullOrWhiteSpace(Value(f)) || (f.IsSecret && Existing is not null));

    /// <summary>Returns the connection, or null if none was made.</summary>
    public static async Task<SourceConnection?> ShowAsync(IDialogService dialogs, ISourceFactory service, SourceConnection? existing = null)
    {
        var parameters = new DialogParameters<ConnectDialog> { { dialog => dialog.Service, service }, { dialog => dialog.Existing, existing } };
        var options = new DialogOptions { MaxWidth = MaxWidth.Small, FullWidth = true, BackdropClick = false };
        var shown = await dialogs.ShowAsync<ConnectDialog>($"Connect {service.DisplayName}", parameters, options);
        return await shown.Result is { Canceled: false, Data: SourceConnection connection } ? connection : null;
    }

    public void Dispose()
    {
        _gone.Cancel();
        _gone.Dispose();
    }

    protected override void OnInitialized()
    {
        foreach (var (name, value) in Existing?.Settings ?? [])
        {
            _values[name] = value;
        }
    }

    private static string InputId(SourceField field) => $"connect-{field.Name}";

    private string? Value(SourceField field) => _values.GetValueOrDefault(field.Name);

    private void Set(SourceField field, ChangeEventArgs e) => _values[field.Name] = e.Value as string;

    private async Task ConnectAsync()
    {
        if (_isBusy || !IsComplete)
        {
            return;
        }

        _isBusy = true;
        _problem = null;
        try
        {
            if (SignsInByBrowser && _leaveFor is null)
            {
                _leaveFor = SignIns.Begin(CurrentUser.Id, Service.Kind, new SourceValues(_values), Existing, Callback.Address);
                return;
            }

            var connection = SignsInByBrowser
                ? await SignIns.CompleteAsync(CurrentUser.Id, Service.Kind, _pasted ?? "", _gone.Token)
                : await Connections.ConnectAsync(CurrentUser.Id, Service.Kind, new SourceValues(_values), Existing?.Id, _gone.Token);
            Dialog.Close(DialogResult.Ok(connection));
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
}
