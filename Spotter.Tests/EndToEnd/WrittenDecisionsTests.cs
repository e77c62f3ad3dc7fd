using Microsoft.Playwright;
using Spotter.Navidrome.Demo;
using Spotter.Tests.Support;
using Spotter.Tests.Support.Browsing;
using Spotter.Tests.Support.Peers;
using static Microsoft.Playwright.Assertions;

namespace Spotter.Tests.EndToEnd;

/// <summary>A decision on a page, on its way to the playlist on the music server and back.</summary>
[Collection(Chromium.Collection)]
public sealed class WrittenDecisionsTests(Chromium chromium)
{
    [BrowserFact]
    public async Task A_decision_is_to_be_written_then_written_and_can_be_taken_back()
    {
        await using var server = await DemoServer.StartAsync(new DemoServerOptions
        {
            Songs = [Demo.Song("First Light", "Amber Echo", "Morning", 180), Demo.Song("Second Wind", "Amber Echo", "Morning", 190)],
        });
        await using var app = SpotterApp.StartWith(new Uri(server.BaseUrl));
        using var script = new ScriptUser(app.Address, "demo", "demo");
        var id = await script.ImportAsync("Storm.csv", "Title,Artist\nFirst Light,Amber Echo\nA tune that nobody has,Zed\n");
        await script.SetSyncAsync(id, enabled: true);
        Assert.Equal("warning", (await script.SettledAsync(id)).Status);
        await using var visitor = await chromium.OpenAsync(app.Address);
        var page = visitor.Page;
        await visitor.SignInAsync();
        await app.FollowTheSystemsThemeAsync();
        await page.GotoAsync($"playlists/{id}");
        await Expect(page.GetByTestId("status-badge").First).ToContainTextAsync("Partial sync");

        // With everything matched, the state is no longer "Partial sync", and not yet "Fully synced".
        await page.Locator("[data-testid=report-row] button", new() { HasText = "Find" }).ClickAsync();
        await page.GetByTestId("fix-search").FillAsync("Second");
        await page.GetByRole(AriaRole.Button, new() { Name = "Use this" }).First.ClickAsync();
        await Expect(page.GetByTestId("decisions")).ToContainTextAsync("1 decision to be written");
        await Expect(page.GetByTestId("status-badge").First).ToContainTextAsync("Pending2/2");
        await visitor.KeepScreenshotsAsync("decision-to-write");

        await page.GetByTestId("write-now").ClickAsync();
        await Expect(page.GetByTestId("decisions")).ToContainTextAsync("1 decision written");
        await Expect(page.GetByTestId("status-badge").First).ToContainTextAsync("Fully synced");
        Assert.Equal(2, Assert.Single(server.Playlists.All).SongIds.Count);

        await page.GetByTestId("undo-written").ClickAsync();
        await Expect(page.GetByTestId("decisions")).ToContainTextAsync("1 decision to be written");
        await page.GotoAsync("review");
        await page.GetByTestId("write-now").ClickAsync();
        await Expect(page.GetByTestId("decisions")).ToContainTextAsync("1 decision written");
        await Expect(page.GetByTestId("undo-written")).ToHaveCountAsync(0);
        Assert.Single(Assert.Single(server.Playlists.All).SongIds);

        visitor.AssertNoErrors();
        app.Log.AssertQuiet();
    }
}
