using System.Globalization;
using Microsoft.Playwright;
using Spotter.Navidrome.Demo;
using Spotter.Tests.Support;
using Spotter.Tests.Support.Browsing;
using Spotter.Tests.Support.Peers;
using static Microsoft.Playwright.Assertions;

namespace Spotter.Tests.EndToEnd;

/// <summary>Songs that are heard in a browser, and what one sees of it.</summary>
[Collection(Chromium.Collection)]
public sealed class ListenTests(Chromium chromium, BrowsedApp browsed) : IClassFixture<BrowsedApp>
{
    /// <summary>Whether the sound moves, within twenty seconds from the middle.</summary>
    private const string MovesInTheMiddle = """
        length => {
            const audio = document.querySelector('audio');
            const middle = Math.max(0, (length - 20) / 2);
            return !audio.paused && !audio.seeking && audio.currentTime > middle + 0.4 && audio.currentTime < middle + 20;
        }
        """;

    private const string IsQuiet = "() => { const audio = document.querySelector('audio'); return audio.paused && !audio.hasAttribute('src'); }";

    [BrowserFact]
    public async Task A_real_file_of_a_real_server_is_decoded_from_its_middle_and_only_when_asked()
    {
        // Sixty seconds of a FLAC and an MP3 file. Without supysonic the embedded server plays.
        MusicFile[] music = [new("Ann/Alpha/01 One.flac", "Ann", "One", "Alpha", 60), new("Ann/Alpha/02 Two.mp3", "Ann", "Two", "Alpha", 60)];
        await using var real = Peer.WhySupysonicIsMissing is null ? await SupysonicServer.StartAsync(music) : null;
        await using var embedded = real is null
            ? await DemoServer.StartAsync(new DemoServerOptions
            {
                Users = [new DemoUser(SupysonicServer.Username, SupysonicServer.Password, true)],
                Songs = [.. music.Select(file => Demo.Song(file.Title, file.Artist, file.Album, file.Seconds))],
            })
            : null;
        await using var proxy = await SubsonicProxy.StartAsync(real?.Address ?? new Uri(embedded!.BaseUrl));
        // Below a path, as behind a proxy that passes it on. (Spotter does not look at the port that the proxy is said to have.)
        await using var app = SpotterApp.StartWith(proxy.Address, new() { ["PublicUrl"] = "http://127.0.0.1:8080/music" });
        using var user = new ScriptUser(app.Address, SupysonicServer.Username, SupysonicServer.Password);
        var id = await user.ImportAsync("Heard.csv", "Title,Artist,Album,Duration\nOne,Ann,Alpha,1:00\nTwo,Ann,Alpha,1:00\n");
        await user.SetSyncAsync(id, enabled: true);
        await user.SettledAsync(id);
        await using var visitor = await chromium.OpenAsync(new Uri(app.Address, "music/"));
        var page = visitor.Page;
        var wire = await page.Context.NewCDPSessionAsync(page);
        var bytes = 0L;
        wire.Event("Network.dataReceived").OnEvent += (_, data) => Interlocked.Add(ref bytes, page.Url.Contains("/playlists/", StringComparison.Ordinal) ? data!.Value.GetProperty("dataLength").GetInt64() : 0);
        await visitor.SignInAsync(SupysonicServer.Username, SupysonicServer.Password);
        await page.GotoAsync($"playlists/{id}");
        await ReadyAsync(page);
        Assert.DoesNotContain("stream", proxy.Calls);

        await wire.SendAsync("Network.enable");
        foreach (var title in new[] { "One", "Two" })
        {
            Interlocked.Exchange(ref bytes, 0);
            proxy.Forget();
            var button = page.GetByRole(AriaRole.Button, new() { Name = $"Hear {title} by Ann" });
            await button.ClickAsync();
            await Expect(button).ToHaveAttributeAsync("aria-pressed", "true");
            await page.WaitForFunctionAsync(MovesInTheMiddle, 60);
            Assert.InRange(Interlocked.Read(ref bytes), 1, 10_000_000);
            Assert.InRange(proxy.Calls.Count(call => call == "stream"), 1, 8);
            await Expect(page.Locator("[data-listen][aria-pressed=true]")).ToHaveCountAsync(1);
        }

        // Pressed again, it is quiet, and nothing was reported as heard.
        await page.GetByRole(AriaRole.Button, new() { Name = "Hear Two by Ann" }).ClickAsync();
        await page.WaitForFunctionAsync(IsQuiet);
        await Expect(page.Locator("[data-listen][aria-pressed=true]")).ToHaveCountAsync(0);
        Assert.DoesNotContain("scrobble", proxy.Calls);
        visitor.AssertNoErrors();
        app.Log.AssertQuiet();
    }

    [BrowserFact]
    public async Task Twenty_seconds_are_heard_and_the_sound_goes_with_the_page()
    {
        var id = await browsed.SyncAsync("Twenty.csv");
        await using var visitor = await chromium.OpenAsync(browsed.Spotter.Address);
        var page = visitor.Page;
        await visitor.SignInAsync();
        await page.GotoAsync($"playlists/{id}");
        await ReadyAsync(page);
        var button = page.GetByRole(AriaRole.Button, new() { Name = "Hear First Light by Amber Echo" });

        await button.ClickAsync();
        await page.WaitForFunctionAsync(MovesInTheMiddle, 180);
        await Expect(button).ToHaveAttributeAsync("data-stand", "playing");
        Assert.InRange(await button.EvaluateAsync<double>("e => Number(e.style.getPropertyValue('--heard'))"), 0.001, 0.999);

        // 100 seconds are the end of the twenty in the middle of 180.
        await page.EvaluateAsync("() => { document.querySelector('audio').currentTime = 99.5; }");
        await page.WaitForFunctionAsync(IsQuiet);
        await Expect(button).ToHaveAttributeAsync("aria-pressed", "false");

        // Another page: its sound does not follow.
        await button.ClickAsync();
        await page.WaitForFunctionAsync(MovesInTheMiddle, 180);
        await page.GetByRole(AriaRole.Link, new() { Name = "Missing" }).First.ClickAsync();
        await page.WaitForFunctionAsync(IsQuiet);
        visitor.AssertNoErrors();
    }

    [BrowserFact]
    public async Task Space_plays_and_arrows_go_on_in_the_report_in_review_and_in_the_fix_dialog()
    {
        var id = await browsed.SyncAsync("Keys.csv", """
            Title,Artist,Album,Duration
            First Light,Amber Echo,Morning,3:00
            Second Wind,Amber Echo,Morning,3:10
            Third Rail (Live),Amber Echo,Morning,3:20

            """);
        await using var visitor = await chromium.OpenAsync(browsed.Spotter.Address);
        var page = visitor.Page;
        await visitor.SignInAsync();

        // The report: J to the row, space, and the arrow plays the next song.
        await page.GotoAsync($"playlists/{id}");
        await ReadyAsync(page);
        await page.Keyboard.PressAsync("j");
        await AssertFocusAsync(page, "Hear First Light by Amber Echo");
        await page.Keyboard.PressAsync("Space");
        await page.WaitForFunctionAsync(MovesInTheMiddle, 180);
        await page.Keyboard.PressAsync("ArrowDown");
        await AssertFocusAsync(page, "Hear Second Wind by Amber Echo");
        await page.WaitForFunctionAsync(MovesInTheMiddle, 190);
        await AssertHeardAsync(page, "Hear Second Wind by Amber Echo");
        await page.Keyboard.PressAsync("Space");
        await page.WaitForFunctionAsync(IsQuiet);

        // The fix dialog: a space in the empty field plays the song that Enter would choose, and a typed one is a space.
        await page.GetByRole(AriaRole.Button, new() { Name = "Fix Third Rail (Live)" }).ClickAsync();
        var dialog = page.Locator("[role=dialog]");
        await dialog.Locator("[data-listen]").First.WaitForAsync();
        await AssertFocusAsync(page, "Search your whole library");
        await page.Keyboard.PressAsync("Space");
        await Expect(dialog.Locator("[aria-current=true] [data-listen]")).ToHaveAttributeAsync("aria-pressed", "true");
        await page.Keyboard.TypeAsync("amber echo");
        await Expect(page.GetByTestId("fix-search")).ToHaveValueAsync("amber echo");
        await Expect(dialog.GetByTestId("candidate")).ToHaveCountAsync(3);
        await page.Keyboard.PressAsync("Escape");
        await Expect(dialog).ToHaveCountAsync(0);
        await page.WaitForFunctionAsync(IsQuiet);
        visitor.AssertNoErrors();
    }

    [BrowserFact]
    public async Task In_review_two_candidates_are_heard_one_after_the_other()
    {
        await using var server = await DemoServer.StartAsync(new DemoServerOptions
        {
            Songs = [Demo.Song("Third Rail", "Amber Echo", "Morning", 200), Demo.Song("Third Rail", "Amber Echo", "Best Of", 210)],
        });
        await using var app = SpotterApp.StartWith(new Uri(server.BaseUrl));
        using var user = new ScriptUser(app.Address, "demo", "demo");
        var id = await user.ImportAsync("Doubt.csv", "Title,Artist,Album,Duration\nThird Rail (Live),Amber Echo,Concert,3:25\n");
        await user.SetSyncAsync(id, enabled: true);
        await user.SettledAsync(id);
        await app.FollowTheSystemsThemeAsync();
        await using var visitor = await chromium.OpenAsync(app.Address);
        var page = visitor.Page;
        await visitor.SignInAsync();
        await page.GotoAsync("review");
        await ReadyAsync(page);
        await Expect(page.GetByTestId("candidate")).ToHaveCountAsync(2);
        var first = page.Locator("[data-listen]").Nth(0);
        var second = page.Locator("[data-listen]").Nth(1);

        await page.Keyboard.PressAsync("Space");
        await Expect(first).ToHaveAttributeAsync("data-stand", "playing");
        await page.WaitForFunctionAsync("() => !document.querySelector('audio').seeking && document.querySelector('audio').currentTime > 90");
        await page.EvaluateAsync("() => { document.querySelector('audio').currentTime += 20; }");
        await Expect(second).ToHaveAttributeAsync("data-stand", "playing");
        await Expect(first).ToHaveAttributeAsync("aria-pressed", "false");
        await page.Keyboard.PressAsync("ArrowLeft");
        await Expect(first).ToHaveAttributeAsync("data-stand", "playing");
        await page.Keyboard.PressAsync("Space");
        await page.WaitForFunctionAsync(IsQuiet);

        await visitor.KeepScreenshotsAsync("listen-review");
        visitor.AssertNoErrors();
        app.Log.AssertQuiet();
    }

    [BrowserFact]
    public async Task A_song_that_cannot_be_heard_says_why_and_one_that_must_be_converted_is()
    {
        await using var server = await DemoServer.StartAsync(new DemoServerOptions { Songs = [Demo.Song("First Light", "Amber Echo", "Morning", 180)] });
        await using var app = SpotterApp.StartWith(new Uri(server.BaseUrl));
        using var user = new ScriptUser(app.Address, "demo", "demo");
        var id = await user.ImportAsync("Failing.csv", "Title,Artist,Album,Duration\nFirst Light,Amber Echo,Morning,3:00\n");
        await user.SetSyncAsync(id, enabled: true);
        await user.SettledAsync(id);
        await app.FollowTheSystemsThemeAsync();
        await using var visitor = await chromium.OpenAsync(app.Address);
        var page = visitor.Page;
        await visitor.SignInAsync();
        await page.GotoAsync($"playlists/{id}");
        await ReadyAsync(page);
        var (button, notice) = (page.Locator("[data-listen]"), page.Locator(".sp-hear-notice"));

        server.Fault = request => request.Method == "stream" ? DemoFault.HtmlPage() : null;
        await button.ClickAsync();
        await Expect(notice).ToContainTextAsync("An authentication proxy is in front of Navidrome");
        await Expect(button).ToHaveAttributeAsync("data-stand", "failed");
        await Expect(button).ToHaveAttributeAsync("aria-pressed", "false");
        await visitor.KeepScreenshotsAsync("listen-failed");
        Assert.Empty(await visitor.FindAccessFaultsAsync());

        // A file that no browser can read, and a server that does not convert it.
        server.Fault = request => request.Method != "stream" ? null
            : request.Find("format") == "raw" ? DemoFault.Answer(200, "audio/x-ape", "MAC, as nobody can play it")
            : DemoFault.Failed(0, "No way to transcode from ape to mp3");
        await button.ClickAsync();
        await Expect(notice).ToContainTextAsync("This browser cannot play the file, and Navidrome does not convert it.");

        // A server that does.
        server.Fault = request => request.Method == "stream" && request.Find("format") == "raw" ? DemoFault.Answer(200, "audio/x-ape", "MAC, as nobody can play it") : null;
        await button.ClickAsync();
        await Expect(button).ToHaveAttributeAsync("data-stand", "playing");
        await Expect(notice).ToHaveTextAsync("");
        await page.WaitForFunctionAsync("() => document.querySelector('audio').currentTime > 0.3");
        Assert.Equal("80", server.Log.Requests.Last(request => request.Method == "stream").Find("timeOffset"));

        visitor.AssertNoErrors(except: "/listen/"); // what the server answered
    }

    [BrowserFact]
    public async Task Covers_are_fetched_for_the_rows_on_the_screen_and_once()
    {
        const int Songs = 400;
        await using var server = await DemoServer.StartAsync(new DemoServerOptions
        {
            Songs = [.. Enumerable.Range(0, Songs).Select(n => Demo.Song(string.Create(CultureInfo.InvariantCulture, $"Piece {n}"), $"Artist {n}", $"Volume {n}", 180))],
        });
        await using var app = SpotterApp.StartWith(new Uri(server.BaseUrl));
        using var user = new ScriptUser(app.Address, "demo", "demo");
        var id = await user.ImportAsync(
            "Many.csv", "Title,Artist,Album,Duration\n" + string.Concat(Enumerable.Range(0, Songs).Select(n => string.Create(CultureInfo.InvariantCulture, $"Piece {n},Artist {n},Volume {n},3:00\n"))));
        await user.SetSyncAsync(id, enabled: true);
        await user.SettledAsync(id);
        await app.FollowTheSystemsThemeAsync();
        await using var visitor = await chromium.OpenAsync(app.Address);
        var page = visitor.Page;
        await visitor.SignInAsync();
        server.Log.Clear();

        await page.GotoAsync($"playlists/{id}?tab=matched");
        await ReadyAsync(page);
        await page.GetByTestId("report-row").First.WaitForAsync();
        var shown = await RowsWithCoversAsync(page);
        Assert.InRange(shown, 15, 60);
        // The playlist's own picture is in the head.
        Assert.InRange(server.Log.CountOf("getCoverArt"), shown, shown + 4);

        // At the end of the list: its rows, and not all that lie between.
        await page.EvaluateAsync("() => { document.scrollingElement.scrollTop = document.scrollingElement.scrollHeight; }");
        await page.Locator($"[data-testid=report-row][data-position='{Songs}']").WaitForAsync();
        await RowsWithCoversAsync(page);
        var after = server.Log.CountOf("getCoverArt");
        Assert.InRange(after, shown + 10, 160);

        // Back again: the browser has them.
        await page.EvaluateAsync("() => { document.scrollingElement.scrollTop = 0; }");
        await page.Locator("[data-testid=report-row][data-position='1']").WaitForAsync();
        await RowsWithCoversAsync(page);
        Assert.Equal(after, server.Log.CountOf("getCoverArt"));

        // No row is higher than it was, whether its picture has come or not.
        Assert.Equal([48.0], (await page.GetByTestId("report-row").EvaluateAllAsync<double[]>("rows => rows.map(row => row.getBoundingClientRect().height)")).Distinct());

        await page.GetByRole(AriaRole.Button, new() { Name = "Hear Piece 1 by Artist 1", Exact = true }).ClickAsync();
        await page.WaitForFunctionAsync(MovesInTheMiddle, 180);
        await visitor.KeepScreenshotsAsync("listen-report");
        visitor.AssertNoErrors();
    }

    /// <summary>The number of rows, once their covers have all been loaded.</summary>
    private static async Task<int> RowsWithCoversAsync(IPage page)
    {
        await page.WaitForFunctionAsync("() => [...document.querySelectorAll('[data-testid=report-row] img')].every(image => image.complete && image.naturalWidth > 0)");
        return await page.Locator("[data-testid=report-row] img").CountAsync();
    }

    /// <summary>The player is fetched when there is something to hear.</summary>
    private static async Task ReadyAsync(IPage page)
    {
        await page.Locator("[data-listen]").First.WaitForAsync();
        await page.Locator("audio").WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    private static Task AssertFocusAsync(IPage page, string label)
        => page.WaitForFunctionAsync("label => document.activeElement?.getAttribute('aria-label') === label", label);

    private static Task AssertHeardAsync(IPage page, string label)
        => Expect(page.Locator("[data-listen][aria-pressed=true]")).ToHaveAttributeAsync("aria-label", label);
}
