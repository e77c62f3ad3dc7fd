using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Spotter.Core.Accounts;
using Spotter.Core.Library;
using Spotter.Core.Sync.Servers;
using Spotter.Navidrome.Demo;
using Spotter.Tests.Support;
using Spotter.Tests.Support.Browsing;
using Spotter.Tests.Support.Peers;
using static Microsoft.Playwright.Assertions;

namespace Spotter.Tests.EndToEnd;

/// <summary>Lists that were left or lost with their server, and covers that are placeholders: what the pages say, and which choices they
/// offer.</summary>
[Collection(Chromium.Collection)]
public sealed class LivingTogetherPagesTests(Chromium chromium)
{
    private static readonly string[] Names = ["Harbour walks", "Morning", "Night bus", "Rain"];

    [BrowserFact]
    public async Task A_list_that_was_left_is_gone_on_with_or_let_go_and_a_new_server_is_one_question()
    {
        await using var server = await DemoServer.StartAsync(new DemoServerOptions { Songs = Songs });
        await using var app = SpotterApp.StartWith(new Uri(server.BaseUrl));
        using var script = new ScriptUser(app.Address, "demo", "demo");
        var ids = new List<int>();
        foreach (var (name, i) in Names.Select((name, i) => (name, i)))
        {
            ids.Add(await script.ImportAsync($"{name}.csv", "Title,Artist\n" + string.Concat(Songs.Skip(3 * i).Take(6).Select(song => $"{song.Title},{song.ArtistLine}\n"))));
            await script.SetSyncAsync(ids[^1], enabled: true);
            Assert.Equal("success", (await script.SettledAsync(ids[^1])).Status);
        }

        await using var visitor = await chromium.OpenAsync(app.Address);
        var page = visitor.Page;
        await visitor.SignInAsync();
        await app.FollowTheSystemsThemeAsync();

        // Switched off with "keep", the list is left. Switched on again, Spotter continues with that list without asking.
        await page.GotoAsync($"playlists/{ids[0]}");
        await SwitchAsync(page);
        await Expect(page.GetByText("If you switch sync on again, Spotter continues with it.")).ToBeVisibleAsync();
        Assert.Empty(await visitor.FindAccessFaultsAsync());
        await visitor.KeepScreenshotsAsync("switch-off-dialog");
        await WideAsync(page);
        Assert.Empty(await TabWalk.FindFaultsAsync(page, "switch-off-dialog"));
        await page.GetByTestId("confirm").ClickAsync();
        await Expect(page.GetByTestId("left-behind")).ToBeVisibleAsync();
        Assert.Empty(await visitor.FindAccessFaultsAsync());
        await visitor.KeepScreenshotsAsync("playlist-left");
        await WideAsync(page);
        await SwitchAsync(page);
        await Expect(page.GetByTestId("left-behind")).ToHaveCountAsync(0);
        Assert.Equal("success", (await script.SettledAsync(ids[0])).Status);
        Assert.Equal(Names.Length, server.Playlists.All.Count);

        // Letting go for good is a separate action. The page hears of the end of the sync a moment after the API reports it.
        await Expect(page.Locator(".sp-playlist-acts .sp-switch input")).ToBeCheckedAsync();
        await Expect(page.GetByText("Fully synced").First).ToBeVisibleAsync();
        await SwitchAsync(page);
        await page.GetByTestId("confirm").ClickAsync();
        await page.GetByTestId("let-go").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Let the playlist go for good" })).ToBeVisibleAsync();
        Assert.Empty(await visitor.FindAccessFaultsAsync());
        await visitor.KeepScreenshotsAsync("let-go-dialog");
        await WideAsync(page);
        await page.GetByTestId("confirm").ClickAsync();
        await Expect(page.GetByTestId("left-behind")).ToHaveCountAsync(0);
        Assert.Equal(Names.Length, server.Playlists.All.Count);

        // The history entry of the dialog goes a moment after the dialog, and would take the next page with it.
        await page.WaitForFunctionAsync("() => !history.state?.spotterDialog");

        // The server loses its database: one question for all playlists, on the Playlists page.
        await page.GotoAsync("");
        await Expect(page.GetByTestId("playlist")).ToHaveCountAsync(Names.Length);
        server.SetUpFromScratch([.. Songs.Select(song => song with { Id = DemoIds.For("anew", song.Id) })]);
        await LookAsync(app);
        await Expect(page.GetByTestId("new-server")).ToContainTextAsync("Your 3 playlists are not there, nor is any of the 15 songs that Spotter knew.");
        Assert.Empty(await visitor.FindAccessFaultsAsync());
        await visitor.KeepScreenshotsAsync("new-server");
        await WideAsync(page);
        await page.GetByTestId("answer-new-server").ClickAsync();
        await page.GetByText("Which playlists").ClickAsync();
        Assert.Empty(await visitor.FindAccessFaultsAsync());
        await visitor.KeepScreenshotsAsync("new-server-dialog");
        await WideAsync(page);
        Assert.Empty(await TabWalk.FindFaultsAsync(page, "new-server-dialog"));
        await page.GetByRole(AriaRole.Button, new() { Name = "Not now" }).ClickAsync();

        // First one playlist on its own.
        await script.SyncAsync(ids[1]);
        await page.GotoAsync($"playlists/{ids[1]}");
        await Expect(page.GetByTestId("held-back")).ToContainTextAsync("Navidrome was set up from scratch and does not have this playlist.");
        Assert.Empty(await visitor.FindAccessFaultsAsync());
        await visitor.KeepScreenshotsAsync("playlist-new-server");
        await WideAsync(page);
        await page.GetByTestId("create-again").ClickAsync();
        await page.GetByTestId("confirm").ClickAsync();
        await Expect(page.GetByTestId("held-back")).ToHaveCountAsync(0);

        // Then all the others at once.
        await page.GotoAsync("");
        await Expect(page.GetByTestId("new-server")).ToContainTextAsync("Your 2 playlists are not there");
        await page.GetByTestId("answer-new-server").ClickAsync();
        await page.GetByTestId("confirm").ClickAsync();
        await Expect(page.GetByTestId("new-server")).ToHaveCountAsync(0);
        await Eventually.HoldsAsync("the lists are back", () => Task.FromResult(server.Playlists.All.Select(list => list.Name).SequenceEqual(Names[1..])));

        visitor.AssertNoErrors();
        app.Log.AssertQuiet();
    }

    [BrowserFact]
    public async Task A_letter_is_drawn_where_the_server_would_make_a_picture_up()
    {
        await using var server = await DemoServer.StartAsync(new DemoServerOptions { Songs = [.. Songs.Select((song, i) => song with { HasCover = i >= 6 })] });
        await using var app = SpotterApp.StartWith(new Uri(server.BaseUrl));
        server.Playlists.Create("demo", "Without a picture", [server.Library.Songs[0].Id]);
        server.Playlists.Create("demo", "With pictures", [.. server.Library.Songs.Skip(6).Take(8).Select(song => song.Id)]);
        using var script = new ScriptUser(app.Address, "demo", "demo");
        var bare = await script.ImportAsync("Bare.csv", "Title,Artist\n" + string.Concat(Songs.Take(5).Select(song => $"{song.Title},{song.ArtistLine}\n")));
        await script.SetSyncAsync(bare, enabled: true);
        Assert.Equal("success", (await script.SettledAsync(bare)).Status);
        await using var visitor = await chromium.OpenAsync(app.Address);
        await visitor.SignInAsync();
        await app.FollowTheSystemsThemeAsync();
        await LookAsync(app);
        await visitor.Page.GotoAsync("");

        await Expect(Tile("Bare").Locator(".sp-cover-letter")).ToHaveTextAsync("B");
        await Expect(Tile("Without a picture").Locator(".sp-cover-letter")).ToHaveTextAsync("W");
        await Expect(Tile("With pictures").Locator("img")).ToHaveCountAsync(1);
        await Expect(Tile("With pictures").Locator(".sp-cover-letter")).ToHaveCountAsync(0);
        await visitor.KeepScreenshotsAsync("absent-covers");

        visitor.AssertNoErrors();
        app.Log.AssertQuiet();

        ILocator Tile(string name) => visitor.Page.GetByTestId("playlist").Filter(new() { Has = visitor.Page.GetByText(name, new() { Exact = true }) });
    }

    [BrowserFact]
    public async Task Only_a_first_read_waits_for_the_scan_and_the_tile_says_how_far_it_is()
    {
        await using var server = await DemoServer.StartAsync(new DemoServerOptions { Songs = Songs });
        server.Library.IsScanning = true;
        await using var app = SpotterApp.StartWith(new Uri(server.BaseUrl));
        using var script = new ScriptUser(app.Address, "demo", "demo");
        var id = await script.ImportAsync("Walks.csv", "Title,Artist\n" + string.Concat(Songs.Take(5).Select(song => $"{song.Title},{song.ArtistLine}\n")));
        await script.SetSyncAsync(id, enabled: true);
        await using var visitor = await chromium.OpenAsync(app.Address);
        await visitor.SignInAsync();
        await app.FollowTheSystemsThemeAsync();
        await visitor.Page.GotoAsync("");

        await Expect(visitor.Page.GetByTestId("status-badge")).ToHaveTextAsync("Waiting for the scan (18 files so far)");
        Assert.Empty(await visitor.FindAccessFaultsAsync());
        await visitor.KeepScreenshotsAsync("waiting-for-scan");

        // The listener includes a new user within half a minute. The test passes the event on at once.
        server.Library.EndScan();
        await app.Services.GetRequiredService<ServerEventHandler>().TakeAsync(default);
        await Expect(visitor.Page.GetByTestId("status-badge")).ToContainTextAsync("Fully synced");

        visitor.AssertNoErrors();
        app.Log.AssertQuiet();
    }

    private static IReadOnlyList<DemoSong> Songs { get; } =
        [.. Enumerable.Range(1, 18).Select(i => Demo.Song($"Walk {(char)('A' + i)} along the river", "Amber Echo", $"Walks {(i - 1) / 2}", 180 + (10 * i)) with { Id = DemoIds.For("walk", $"{i}") })];

    private static Task SwitchAsync(IPage page) => page.Locator(".sp-playlist-acts .sp-switch").ClickAsync();

    private static Task WideAsync(IPage page) => page.SetViewportSizeAsync(1440, 900);

    /// <summary>What the schedule does every hour.</summary>
    private static async Task LookAsync(SpotterApp app)
    {
        await using var db = await app.OpenDatabaseAsync();
        var account = await db.Accounts.SingleAsync();
        await app.Services.GetRequiredService<LibraryIndexCache>().MarkStaleAsync(account.Id, default);
        await app.Services.GetRequiredService<AccountRefresher>().RefreshAsync(account.Id, default);
    }
}
