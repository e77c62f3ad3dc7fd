using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Microsoft.Playwright;
using Spotter.Navidrome.Demo;
using Spotter.Tests.Support;
using Spotter.Tests.Support.Browsing;
using Spotter.Tests.Support.Peers;
using static Microsoft.Playwright.Assertions;

namespace Spotter.Tests.EndToEnd;

/// <summary>Ten thousand tracks in a browser.</summary>
[Collection(Chromium.Collection)]
public sealed class LongPlaylistTests(Chromium chromium)
{
    private const int Tracks = 10_000;
    private const int LargestUpdate = 64 * 1024;

    [BrowserFact]
    public async Task Ten_thousand_tracks_are_shown_a_few_at_a_time_and_kept_up_to_date_in_small_pieces()
    {
        await using var server = await DemoServer.StartAsync(new DemoServerOptions
        {
            Songs = [.. Enumerable.Range(0, 2_000).Select(n => Demo.Song(Title(n), "Amber Echo", $"Volume {n / 20}", 120 + n % 200))],
        });
        await using var app = SpotterApp.StartWith(new Uri(server.BaseUrl));
        using var script = new ScriptUser(app.Address, "demo", "demo");
        var id = await script.ImportAsync("Everything.csv", Export());
        await using var visitor = await chromium.OpenAsync(app.Address);
        var page = visitor.Page;
        var largest = new ConcurrentQueue<int>();
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => largest.Enqueue(frame.Binary?.Length ?? frame.Text?.Length ?? 0);
        await visitor.SignInAsync();

        await page.GetByRole(AriaRole.Link, new() { Name = "Everything" }).First.ClickAsync();
        await page.GetByTestId("report-row").First.WaitForAsync();
        await AssertFewRowsAsync(page);

        // During a sync the messages on the circuit stay small.
        largest.Clear();
        await page.GetByTestId("sync-switch").DispatchEventAsync("click");
        await Expect(page.Locator("[data-testid=report-row][data-position='1']")).ToHaveAttributeAsync("data-zone", "matched");
        await Expect(page.GetByTestId("status-badge").First).ToHaveAttributeAsync("data-status", "success", new() { Timeout = 120_000 });
        Assert.InRange(largest.Max(), 1, LargestUpdate);
        await AssertFewRowsAsync(page);

        foreach (var part in new[] { 0.5, 1.0 })
        {
            await page.EvaluateAsync("part => { const e = document.scrollingElement; e.scrollTop = e.scrollHeight * part; }", part);
            await Expect(page.Locator(string.Create(CultureInfo.InvariantCulture, $"[data-testid=report-row][data-position='{(part < 1 ? Tracks / 2 : Tracks)}']"))).ToHaveCountAsync(1);
            await AssertFewRowsAsync(page);
        }

        visitor.AssertNoErrors();
        app.Log.AssertQuiet();
    }

    private static async Task AssertFewRowsAsync(IPage page) => Assert.InRange(await page.Locator("table tr").CountAsync(), 1, 150);

    private static string Title(int number) => string.Create(CultureInfo.InvariantCulture, $"Piece {number} in {(char)('A' + number % 7)}");

    private static string Export()
    {
        var export = new StringBuilder("Title,Artist,Album,Duration\n");
        for (var row = 0; row < Tracks; row++)
        {
            var song = row * 7 % 2_000;
            export.Append(CultureInfo.InvariantCulture, $"{Title(song)},Amber Echo,Volume {song / 20},{(120 + song % 200) / 60}:{(120 + song % 200) % 60:00}\n");
        }

        return export.ToString();
    }
}
