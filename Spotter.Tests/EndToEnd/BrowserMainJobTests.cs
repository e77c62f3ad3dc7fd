using Microsoft.Playwright;
using Spotter.Navidrome.Demo;
using Spotter.Tests.Support;
using Spotter.Tests.Support.Browsing;
using Spotter.Tests.Support.Peers;
using static Microsoft.Playwright.Assertions;

namespace Spotter.Tests.EndToEnd;

/// <summary>The main use case in a browser, while a second tab only watches.</summary>
[Collection(Chromium.Collection)]
public sealed class BrowserMainJobTests(Chromium chromium)
{
    private const string Export = """
        Title,Artist,Album,Duration
        Second Wind,Amber Echo,Morning,3:10
        First Light,Amber Echo,Morning,3:00
        Third Rail (Live),Amber Echo,Morning,3:20
        Nowhere To Be Found,Nobody At All,,4:00

        """;

    [BrowserFact]
    public async Task A_file_is_imported_matched_before_one_s_eyes_corrected_and_written_again()
    {
        await using var server = await DemoServer.StartAsync(new DemoServerOptions
        {
            Songs =
            [
                Demo.Song("First Light", "Amber Echo", "Morning", 180),
                Demo.Song("Second Wind", "Amber Echo", "Morning", 190),
                Demo.Song("Third Rail", "Amber Echo", "Morning", 200),
            ],
        });
        await using var app = SpotterApp.StartWith(new Uri(server.BaseUrl));
        await using var visitor = await chromium.OpenAsync(app.Address);
        var page = visitor.Page;
        await visitor.SignInAsync();

        // Import with the dialog.
        await page.GetByRole(AriaRole.Button, new() { NameRegex = new("^(Import files|Drop a file|Choose|Import)") }).First.ClickAsync();
        await visitor.ChooseFileAsync("import-input", "Morning walk.csv", Export);
        await Expect(page.GetByTestId("import-kind")).ToHaveTextAsync("New");
        await page.GetByTestId("import-confirm").ClickAsync();
        await page.GetByTestId("playlist").GetByRole(AriaRole.Link, new() { Name = "Morning walk" }).ClickAsync();
        await Expect(Row(page, 1)).ToHaveAttributeAsync("data-zone", "waiting");

        // The same page in a second tab that nobody touches. Both carry a mark that a reload would remove.
        var watching = await visitor.OpenTabAsync(page.Url);
        await Expect(Row(watching, 1)).ToHaveAttributeAsync("data-zone", "waiting");
        foreach (var tab in new[] { page, watching })
        {
            await tab.EvaluateAsync("() => { window.neverReloaded = true; }");
        }

        // Switch on. The server waits before the write, so that the run can be seen while it is active.
        var gate = new TaskCompletionSource();
        server.Fault = request => request.Method == "createPlaylist" ? DemoFault.Wait(gate.Task) : null;
        await page.GetByTestId("sync-switch").DispatchEventAsync("click");
        foreach (var tab in new[] { page, watching })
        {
            await Expect(tab.GetByTestId("status-badge").First).ToHaveAttributeAsync("data-status", "syncing");
            await Expect(Row(tab, 1)).ToHaveAttributeAsync("data-zone", "matched");
            await Expect(Row(tab, 2)).ToHaveAttributeAsync("data-zone", "matched");
            await Expect(Row(tab, 3)).ToHaveAttributeAsync("data-zone", "review");
            await Expect(Row(tab, 4)).ToHaveAttributeAsync("data-zone", "missing");
        }

        gate.SetResult();
        foreach (var tab in new[] { page, watching })
        {
            await Expect(tab.GetByTestId("status-badge").First).ToHaveAttributeAsync("data-status", "warning");
        }

        Assert.Equal(["Second Wind", "First Light"], TitlesOnServer(server));

        // Fix the doubtful one in the dialog: its row changes at once, in both tabs.
        await page.GetByRole(AriaRole.Button, new() { Name = "Fix Third Rail (Live)" }).ClickAsync();
        await Expect(page.GetByTestId("source-track")).ToContainTextAsync("Third Rail (Live)");
        await page.GetByTestId("use").First.ClickAsync();
        foreach (var tab in new[] { page, watching })
        {
            await Expect(Row(tab, 3)).ToHaveAttributeAsync("data-zone", "matched");
        }

        if (await page.GetByTestId("source-track").IsVisibleAsync())
        {
            await page.Keyboard.PressAsync("Escape");
        }

        await Expect(page.GetByTestId("source-track")).ToHaveCountAsync(0);

        // Sync again: the decision reaches the server.
        await page.GetByTestId("sync-now").ClickAsync();
        await Expect(page.GetByTestId("status-badge").First).ToContainTextAsync("3/4");
        await Eventually.HoldsAsync("the third song is on the server", () => Task.FromResult(TitlesOnServer(server).Count == 3));
        Assert.Equal(["Second Wind", "First Light", "Third Rail"], TitlesOnServer(server));

        foreach (var tab in new[] { page, watching })
        {
            Assert.True(await tab.EvaluateAsync<bool>("() => window.neverReloaded === true"));
        }

        visitor.AssertNoErrors();
        app.Log.AssertQuiet();
    }

    private static ILocator Row(IPage page, int position) => page.Locator($"[data-testid=report-row][data-position='{position}']");

    private static List<string> TitlesOnServer(DemoServer server)
        => [.. Assert.Single(server.Playlists.All).SongIds.Select(id => server.Library.Find(id)!.Title)];
}
