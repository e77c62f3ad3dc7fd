using Microsoft.Playwright;
using Spotter.Navidrome.Demo;
using Spotter.Tests.Support;
using Spotter.Tests.Support.Browsing;
using Spotter.Tests.Support.Peers;
using static Microsoft.Playwright.Assertions;

namespace Spotter.Tests.EndToEnd;

/// <summary>Spotter is killed or stopped, and started again, while somebody is typing.</summary>
[Collection(Chromium.Collection)]
public sealed class LostConnectionTests(Chromium chromium)
{
    [BrowserFact]
    public async Task The_page_says_what_is_the_matter_tries_when_asked_and_has_kept_what_was_half_written()
    {
        using var folder = new TemporaryFolder();
        await using var server = await DemoServer.StartAsync(new DemoServerOptions
        {
            Songs = [Demo.Song("First Light", "Amber Echo", "Morning", 180), Demo.Song("Second Wind", "Amber Echo", "Morning", 190)],
        });
        var settings = new Dictionary<string, string> { ["Navidrome:BaseUrl"] = server.BaseUrl };
        await using var first = await SpotterProcess.StartAsync(folder.Path, settings);
        settings["ASPNETCORE_URLS"] = first.Address.AbsoluteUri;
        using var script = new ScriptUser(first.Address, "demo", "demo");
        var id = await script.ImportAsync("Storm.csv", "Title,Artist\nFirst Light,Amber Echo\nA tune that nobody has,Zed\n");
        await script.SetSyncAsync(id, enabled: true);
        await script.SettledAsync(id);
        await using var visitor = await chromium.OpenAsync(first.Address);
        var page = visitor.Page;
        await visitor.SignInAsync();
        await page.GotoAsync("sources");
        await page.GetByTestId("import").ClickAsync();
        await page.GetByTestId("import-paste").ClickAsync();
        await page.GetByTestId("paste-name").FillAsync("Evening");
        await page.GetByTestId("paste-text").FillAsync("Amber Echo - First Light");

        await MarkAsync(page);

        // Out of reach: killed, or the network is interrupted. The page cannot tell which, and does not claim to.
        await first.KillAsync();
        var line = page.GetByTestId("connection-line");
        await Expect(line).ToContainTextAsync("Spotter does not answer: it was stopped, or the network is interrupted.");
        await Expect(line.GetByRole(AriaRole.Button)).ToContainTextAsync("next try in");
        await page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "artifacts", "screenshots", "connection-line.png") });
        await using var second = await SpotterProcess.StartAsync(folder.Path, settings);
        await line.GetByRole(AriaRole.Button).ClickAsync();
        await page.WaitForFunctionAsync("() => !window.isFromBefore");
        await Expect(page.GetByTestId("paste-text")).ToHaveValueAsync("Amber Echo - First Light");
        await Expect(page.GetByTestId("paste-name")).ToHaveValueAsync("Evening");
        await Expect(page.GetByTestId("paste-text")).ToBeVisibleAsync();
        await page.GetByTestId("paste-read").ClickAsync();
        await Expect(page.GetByTestId("import-entry")).ToContainTextAsync("1 track · text · pasted list");

        // Stopped as systemd does it. The page reconnects without a click.
        await page.GotoAsync($"playlists/{id}");
        await page.Locator("[data-testid=report-row] button", new() { HasText = "Find" }).ClickAsync();
        await page.GetByTestId("fix-search").FillAsync("Second");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("1 song found");
        await MarkAsync(page);
        await second.TerminateAsync();
        await Expect(line).ToBeVisibleAsync();
        await using var third = await SpotterProcess.StartAsync(folder.Path, settings);
        await page.WaitForFunctionAsync("() => !window.isFromBefore", null, new() { Timeout = 90_000 });
        await Expect(page.GetByTestId("fix-search")).ToHaveValueAsync("Second");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("1 song found");

        // Reloading the page by hand starts over.
        await page.ReloadAsync();
        await page.GetByTestId("playlist-page").WaitForAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    /// <summary>Distinguishes the current page from a reloaded one with restored fields.</summary>
    private static Task MarkAsync(IPage page) => page.EvaluateAsync("() => { window.isFromBefore = true; }");

    [BrowserFact]
    public async Task The_first_document_has_a_frame_and_places_for_what_comes()
    {
        await using var app = SpotterApp.StartDemo();
        await using var visitor = await chromium.OpenAsync(app.Address);
        await visitor.SignInAsync();
        var page = visitor.Page;
        await page.RouteAsync("**/blazor.web*.js", route => route.AbortAsync());
        await page.GotoAsync("");

        await Expect(page.GetByTestId("boot")).ToBeVisibleAsync();
        Assert.True(await page.Locator(".sp-boot-page i").CountAsync() > 5);
        await page.ScreenshotAsync(new() { Path = Path.Combine(Repository.Root, "artifacts", "screenshots", "boot.png") });
    }
}
