using Microsoft.Playwright;
using Spotter.Navidrome.Demo;
using Spotter.Tests.Support;
using Spotter.Tests.Support.Browsing;
using Spotter.Tests.Support.Peers;
using static Microsoft.Playwright.Assertions;

namespace Spotter.Tests.EndToEnd;

/// <summary>Dialogs and tabs as people use them: the preview of a first sync, the browser's "back", a second tab.</summary>
[Collection(Chromium.Collection)]
public sealed class DialogsAndTabsTests(Chromium chromium)
{
    [BrowserFact]
    public async Task A_first_preview_is_one_list_that_ends_in_the_switch_and_back_closes_a_dialog()
    {
        await using var server = await DemoServer.StartAsync(new DemoServerOptions
        {
            Songs = [Demo.Song("First Light", "Amber Echo", "Morning", 180), Demo.Song("Second Wind", "Amber Echo", "Morning", 190)],
        });
        await using var app = SpotterApp.StartWith(new Uri(server.BaseUrl));
        using var script = new ScriptUser(app.Address, "demo", "demo");
        var id = await script.ImportAsync("Storm.csv", "Title,Artist\nSecond Wind,Amber Echo\nFirst Light,Amber Echo\n");
        await using var visitor = await chromium.OpenAsync(app.Address);
        var page = visitor.Page;
        await visitor.SignInAsync();
        await app.FollowTheSystemsThemeAsync();
        await page.GotoAsync("sources");
        await page.GetByTestId("files-card").WaitForAsync();
        await page.GotoAsync($"playlists/{id}");

        // "Back" closes the dialog, and the page stays. After the dialog was closed by hand, "back" leads to the previous page.
        await page.GetByTestId("preview").ClickAsync();
        await Expect(page.GetByTestId("preview-songs")).ToContainTextAsync("Second Wind");
        await page.GoBackAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(page.GetByTestId("preview")).ToBeVisibleAsync();
        await page.GetByTestId("preview").ClickAsync();
        await page.GetByTestId("preview-songs").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Close" }).Last.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await page.WaitForFunctionAsync("() => !history.state?.spotterDialog");
        await page.GoBackAsync();
        await page.GetByTestId("files-card").WaitForAsync();
        await page.GoForwardAsync();

        await page.GetByTestId("preview").ClickAsync();
        await Expect(page.GetByTestId("preview-songs")).ToContainTextAsync("Second Wind");
        await Expect(page.GetByTestId("preview-removed")).ToHaveCountAsync(0);
        await visitor.KeepScreenshotsAsync("preview-first");
        await page.GetByTestId("confirm").ClickAsync();
        await Expect(page.GetByTestId("status-badge").First).ToContainTextAsync("Fully synced");
        Assert.Equal(2, Assert.Single(server.Playlists.All).SongIds.Count);

        // A theme that is chosen in one tab also applies in the other.
        var other = await visitor.OpenTabAsync("settings");
        await other.GetByRole(AriaRole.Region, new() { Name = "Personal settings" }).GetByText("Light", new() { Exact = true }).ClickAsync();
        await Expect(page.Locator("html")).ToHaveAttributeAsync("data-theme", "light");

        visitor.AssertNoErrors();
        app.Log.AssertQuiet();
    }
}
