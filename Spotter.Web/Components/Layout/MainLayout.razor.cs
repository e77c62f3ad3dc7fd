using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;
using MudBlazor;
using Spotter.Web.Components.Shared;
using Spotter.Web.Wording;

namespace Spotter.Web.Components.Layout;

/// <summary>The frame around every page of a signed-in user.</summary>
public sealed partial class MainLayout : IAsyncDisposable
{
    private static readonly TimeSpan ClockStep = TimeSpan.FromSeconds(30);

    private readonly CancellationTokenSource _gone = new();
    private MudThemeProvider? _themes;
    private ErrorBoundary? _errors;
    private ErrorBoundary? _frameErrors;
    private PageTime? _time;
    private bool _isDark = true;
    private bool _isSystemDark = true;
    private Task _ticking = Task.CompletedTask;
    private Task _following = Task.CompletedTask;

    [Inject]
    public required CurrentPreferences Preferences { get; init; }

    [Inject]
    public required FactWording Wording { get; init; }

    [Inject]
    public required TimeProvider Clock { get; init; }

    [Inject]
    public required IJSRuntime Browser { get; init; }

    public async ValueTask DisposeAsync()
    {
        (Preferences.Changed, Preferences.ChangedSomewhere) = (null, null);
        await _gone.CancelAsync();
        await Task.WhenAll(_ticking, _following);
        _gone.Dispose();
    }

    protected override void OnInitialized()
    {
        Preferences.Changed = OnPreferencesChangedAsync;
        Preferences.ChangedSomewhere = () => _following = InvokeAsync(FollowThemeAsync);
        _time = new PageTime(Clock.GetUtcNow(), TimeZoneInfo.Utc);
        ApplyTheme();
        _ticking = TickAsync();
    }

    // The next page must work even if this one failed.
    protected override void OnParametersSet() => _errors?.Recover();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender || _themes is null)
        {
            return;
        }

        _isSystemDark = await _themes.GetSystemDarkModeAsync();
        await _themes.WatchSystemDarkModeAsync(isDark =>
        {
            _isSystemDark = isDark;
            return InvokeAsync(OnPreferencesChangedAsync);
        });
        _time = new PageTime(Clock.GetUtcNow(), await ReadZoneAsync());
        await OnPreferencesChangedAsync();
    }

    private async Task<TimeZoneInfo> ReadZoneAsync()
    {
        var id = await Browser.InvokeAsync<string?>("spotter.timeZone");
        return id is not null && TimeZoneInfo.TryFindSystemTimeZoneById(id, out var zone) ? zone : TimeZoneInfo.Utc;
    }

    private async Task OnPreferencesChangedAsync()
    {
        ApplyTheme();
        StateHasChanged();
        // The document itself is outside of the circuit: scroll bars and native controls take their colours from it.
        await Browser.InvokeVoidAsync("spotter.theme", Preferences.Value.Theme);
    }

    /// <summary>Another tab may have changed the theme.</summary>
    private async Task FollowThemeAsync()
    {
        try
        {
            await Preferences.FollowThemeAsync(_gone.Token);
            await OnPreferencesChangedAsync();
        }
        catch (Exception exception) when (exception is OperationCanceledException or JSDisconnectedException || Troubles.FactOf(exception) is not null)
        {
            // The page is gone, or the database is unavailable: the next page that is opened applies it.
        }
    }

    private string Explain(Exception exception)
        => Wording.Say(Troubles.FactOf(exception)) ?? "Spotter could not display this page. Nothing was changed, and syncs continue.";

    private void ApplyTheme() => _isDark = Preferences.Value.Theme switch
    {
        "light" => false,
        "system" => _isSystemDark,
        _ => true,
    };

    private async Task TickAsync()
    {
        using var timer = new PeriodicTimer(ClockStep, Clock);
        try
        {
            while (await timer.WaitForNextTickAsync(_gone.Token))
            {
                await InvokeAsync(() =>
                {
                    _time = _time! with { Now = Clock.GetUtcNow() };
                    StateHasChanged();
                });
            }
        }
        catch (OperationCanceledException)
        {
            // The page is gone.
        }
    }
}
