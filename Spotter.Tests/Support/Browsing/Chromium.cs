using Microsoft.Playwright;
using Spotter.Tests.Support.Peers;

namespace Spotter.Tests.Support.Browsing;

/// <summary>One browser for all browser tests. Each test opens its own windows.</summary>
public sealed class Chromium : IAsyncLifetime
{
    public const string Collection = "Chromium";

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async Task InitializeAsync()
    {
        if (Peer.Chromium is null)
        {
            return;
        }

        // On a busy machine pages are slow, not wrong.
        Assertions.SetDefaultExpectTimeout(30_000);
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = Peer.Chromium,
            Args =
            [
                "--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking", "--no-first-run",
                "--disable-component-update", "--disable-sync",
            ],
        });
    }

    /// <summary>A window of a first-time visitor.</summary>
    public async Task<Visitor> OpenAsync(Uri address, Screen screen = Screen.Desktop)
    {
        var context = await _browser!.NewContextAsync(new BrowserNewContextOptions
        {
            BaseURL = address.AbsoluteUri,
            ViewportSize = SizeOf(screen),
            HasTouch = screen == Screen.Phone,
            ColorScheme = ColorScheme.Dark,
            ReducedMotion = ReducedMotion.Reduce,
            Locale = "en-GB",
            TimezoneId = "UTC",
        });
        context.SetDefaultTimeout(30_000);
        return await Visitor.InAsync(context);
    }

    public async Task DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }

    public static ViewportSize SizeOf(Screen screen) => screen switch
    {
        Screen.Desktop => new() { Width = 1440, Height = 900 },
        Screen.Phone => new() { Width = 390, Height = 844 },
    };
}
