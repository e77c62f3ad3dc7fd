using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Spotter.Core.Accounts;
using Spotter.Core.Library;
using Spotter.Navidrome.Demo;
using Spotter.Tests.Support;
using Spotter.Tests.Support.Browsing;
using Spotter.Tests.Support.Peers;
using static Microsoft.Playwright.Assertions;

namespace Spotter.Tests.EndToEnd;

/// <summary>Each action on a playlist's page, through to the music server: pair, rename, rebuild, restore, apply anyway, let go.</summary>
[Collection(Chromium.Collection)]
public sealed class PlaylistActionsTests(Chromium chromium)
{
    private const int Songs = 12;

    [BrowserFact]
    public async Task Every_act_of_a_playlist_reaches_the_server()
    {
        await using var server = await DemoServer.StartAsync(new DemoServerOptions { Songs = [.. Enumerable.Range(1, Songs).Select(Song)] });
        var byHand = server.Playlists.Create("demo", "Made by hand", [Song(3).Id, Song(1).Id]);
        await using var app = SpotterApp.StartWith(new Uri(server.BaseUrl));
        using var script = new ScriptUser(app.Address, "demo", "demo");
        var playlist = await script.ImportAsync("Walks.csv", "Title,Artist\n" + string.Concat(Enumerable.Range(1, Songs).Select(i => $"{Title(i)},Amber Echo\n")));
        await using var visitor = await chromium.OpenAsync(app.Address);
        var page = visitor.Page;
        await visitor.SignInAsync();
        await page.GotoAsync($"playlists/{playlist}");

        // Pair: the changes are shown before anything is written.
        await ChooseAsync(page, "pair");
        await page.GetByTestId("pairable").GetByRole(AriaRole.Button).First.ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog).Last).ToContainTextAsync("Added");
        Assert.Equal(2, server.Playlists.Find(byHand.Id)!.SongIds.Count);
        await page.GetByTestId("confirm").ClickAsync();
        await StandsAsync(page, "success");
        Assert.Equal(Enumerable.Range(1, Songs).Select(i => Song(i).Id), server.Playlists.Find(byHand.Id)!.SongIds);
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Made by hand");

        // Rename: the name reaches the server.
        await page.GetByTestId("rename").ClickAsync();
        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Long walks");
        await page.GetByTestId("confirm").ClickAsync();
        await Eventually.HoldsAsync("the new name is on the server", () => Task.FromResult(server.Playlists.Find(byHand.Id)!.Name == "Long walks"));

        // Restore: the content from before the pairing comes back.
        await StandsAsync(page, "success");
        await page.GotoAsync($"playlists/{playlist}?tab=history");
        await page.GetByTestId("restore").Last.ClickAsync();
        await page.GetByTestId("confirm").ClickAsync();
        await Eventually.HoldsAsync("the earlier content is back", () => Task.FromResult(server.Playlists.Find(byHand.Id)!.SongIds.Count == 2));
        Assert.Equal([Song(3).Id, Song(1).Id], server.Playlists.Find(byHand.Id)!.SongIds);
        await page.GotoAsync($"playlists/{playlist}");
        await StandsAsync(page, "success");

        // Rebuild: there is a new playlist, and the old one is gone.
        await ChooseAsync(page, "rebuild");
        await page.GetByTestId("confirm").ClickAsync();
        await Eventually.HoldsAsync("the old playlist is gone", () => Task.FromResult(server.Playlists.Find(byHand.Id) is null));
        await StandsAsync(page, "success");
        var rebuilt = Assert.Single(server.Playlists.All);
        Assert.Equal(("Long walks", Songs), (rebuilt.Name, rebuilt.SongIds.Count));

        // The library lost most of its songs: the sync is held back until the plan is approved.
        server.Library.Replace([.. server.Library.Songs.Take(4)]);
        await ReadLibraryAgainAsync(app);
        await page.GetByTestId("sync-now").ClickAsync();
        await Expect(page.GetByTestId("held-back")).ToContainTextAsync("Your library has 4 songs where it had 12");
        await page.GetByTestId("apply-anyway").ClickAsync();
        await page.GetByTestId("confirm").ClickAsync();
        await Expect(page.GetByTestId("held-back")).ToHaveCountAsync(0);
        await StandsAsync(page, "warning");

        // Let go and delete, then remove it from Spotter.
        await page.GetByTestId("sync-switch").DispatchEventAsync("click");
        await page.GetByTestId("delete-target").CheckAsync();
        await page.GetByTestId("confirm").ClickAsync();
        await Eventually.HoldsAsync("the server has no playlist any more", () => Task.FromResult(server.Playlists.All.Count == 0));
        await Expect(page.GetByTestId("status-badge").First).ToContainTextAsync("Not synced");
        await ChooseAsync(page, "forget");
        await page.GetByTestId("confirm").ClickAsync();
        await Expect(page.GetByTestId("playlist")).ToHaveCountAsync(0);

        visitor.AssertNoErrors();
        app.Log.AssertQuiet();
    }

    /// <summary>Spotter reads the change detector only once in a few seconds.</summary>
    private static async Task ReadLibraryAgainAsync(SpotterApp app)
    {
        await using var db = await app.OpenDatabaseAsync();
        await app.Services.GetRequiredService<LibraryIndexCache>().MarkStaleAsync((await db.Accounts.SingleAsync()).Id, default);
    }

    private static async Task ChooseAsync(IPage page, string act)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "More", Exact = true }).ClickAsync();
        await page.GetByTestId(act).ClickAsync();
    }

    private static Task StandsAsync(IPage page, string status)
        => Expect(page.GetByTestId("status-badge").First).ToHaveAttributeAsync("data-status", status);

    private static string Title(int number) => $"Walk {(char)('A' + number)} along the river";

    private static DemoSong Song(int number) => Demo.Song(Title(number), "Amber Echo", "Walks", 180 + (10 * number));
}
