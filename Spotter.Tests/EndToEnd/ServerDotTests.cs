using Spotter.Navidrome.Demo;
using Spotter.Tests.Support;
using Spotter.Tests.Support.Browsing;
using Spotter.Tests.Support.Peers;
using static Microsoft.Playwright.Assertions;

namespace Spotter.Tests.EndToEnd;

/// <summary>The music server goes down and comes back while somebody watches.</summary>
[Collection(Chromium.Collection)]
public sealed class ServerDotTests(Chromium chromium)
{
    [BrowserFact]
    public async Task The_dot_follows_the_last_contact_and_the_error_says_when_it_is_tried_again()
    {
        using var folder = new TemporaryFolder();
        var options = new DemoServerOptions
        {
            StatePath = folder.File("playlists.json"),
            Songs = [Demo.Song("First Light", "Amber Echo", "Morning", 180), Demo.Song("Second Wind", "Amber Echo", "Morning", 190)],
        };
        var server = await DemoServer.StartAsync(options);
        // So that only the user's actions reach the server.
        await using var app = SpotterApp.StartWith(new Uri(server.BaseUrl), new() { ["Navidrome:ListenToEvents"] = "false" });
        using var script = new ScriptUser(app.Address, "demo", "demo");
        var first = await script.ImportAsync("Storm.csv", "Title,Artist\nSecond Wind,Amber Echo\n");
        var second = await script.ImportAsync("Calm.csv", "Title,Artist\nFirst Light,Amber Echo\n");
        foreach (var id in new[] { first, second })
        {
            await script.SetSyncAsync(id, enabled: true);
            Assert.Equal("success", (await script.SettledAsync(id)).Status);
        }

        await using var visitor = await chromium.OpenAsync(app.Address);
        var page = visitor.Page;
        await visitor.SignInAsync();
        await app.FollowTheSystemsThemeAsync();
        await page.GotoAsync($"playlists/{first}");
        var dot = page.GetByTestId("server-state");
        await Expect(dot.Locator(".sp-tone-success")).ToHaveCountAsync(1);

        await server.DisposeAsync();
        await page.GetByTestId("sync-now").ClickAsync();
        await Expect(page.GetByTestId("sync-error")).ToContainTextAsync("Next try");
        await Expect(dot.Locator(".sp-tone-error")).ToHaveCountAsync(1);
        await Expect(dot).ToHaveAttributeAsync("aria-label", new System.Text.RegularExpressions.Regex("could not be reached.* Next try in "));
        Assert.Equal("error", (await script.SyncAsync(second)).Status);
        await visitor.KeepScreenshotsAsync("server-away-playlist");

        await page.SetViewportSizeAsync(1440, 900);
        await page.GotoAsync("sources");
        await Expect(page.GetByTestId("server-problem")).ToContainTextAsync("Next try");
        await visitor.KeepScreenshotsAsync("server-away-sources");
        await using var again = await DemoServer.StartAsync(options with { Port = new Uri(server.BaseUrl).Port });
        await page.GetByTestId("server-try-now").ClickAsync();

        // Everything that failed in the meantime is retried, not only what is on the screen.
        await Expect(dot.Locator(".sp-tone-success")).ToHaveCountAsync(1);
        await Expect(page.GetByTestId("server-problem")).ToHaveCountAsync(0);
        await Eventually.HoldsAsync(
            "both are in sync again", async () => (await script.StateAsync(first)).Status == "success" && (await script.StateAsync(second)).Status == "success");
        visitor.AssertNoErrors(except: "/covers/"); // a cover that was asked for while the server was away
    }
}
