using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Spotter.Core.Accounts;
using Spotter.Navidrome.Demo;
using Spotter.Tests.Support;
using Spotter.Tests.Support.Browsing;
using Spotter.Tests.Support.Peers;
using static Microsoft.Playwright.Assertions;

namespace Spotter.Tests.EndToEnd;

/// <summary>Somebody edits the playlist in the music server's own pages: what Spotter's page says about it, and which choices it
/// offers.</summary>
[Collection(Chromium.Collection)]
public sealed class EditedTargetTests(Chromium chromium)
{
    private const int Songs = 12;

    [BrowserFact]
    public async Task What_was_changed_on_the_server_is_told_and_kept_where_the_user_says_so()
    {
        await using var server = await DemoServer.StartAsync(new DemoServerOptions { Songs = [.. Enumerable.Range(1, Songs + 2).Select(Song)] });
        await using var app = SpotterApp.StartWith(new Uri(server.BaseUrl));
        using var script = new ScriptUser(app.Address, "demo", "demo");
        var playlist = await script.ImportAsync("Walks.csv", "Title,Artist\n" + string.Concat(Enumerable.Range(1, Songs).Select(i => $"{Title(i)},Amber Echo\n")));
        await script.SetSyncAsync(playlist, enabled: true);
        Assert.Equal("success", (await script.SettledAsync(playlist)).Status);
        await using var visitor = await chromium.OpenAsync(app.Address);
        var page = visitor.Page;
        await visitor.SignInAsync();
        await FollowTheSystemsThemeAsync(app);
        await page.GotoAsync($"playlists/{playlist}");

        // The source wins, and the page says what that undid.
        Edit(server, ids => [ids[0], Song(13).Id, .. ids.Skip(2)]);
        Assert.Equal("success", (await script.SyncAsync(playlist)).Status);
        await Expect(page.GetByTestId("drift")).ToContainTextAsync("Changed in Navidrome: 1 song added, 1 song removed.");
        Assert.Equal(Ids(Songs), server.Playlists.All.Single().SongIds);
        await page.GetByText("Which songs").ClickAsync();
        await Expect(page.GetByTestId("drift")).ToContainTextAsync($"Amber Echo – {Title(13)}");
        Assert.Empty(await visitor.FindAccessFaultsAsync());
        await visitor.KeepScreenshotsAsync("playlist-drift");

        // The choice is explained. From then on additions stay.
        await page.SetViewportSizeAsync(1440, 900);
        await page.GetByTestId("drift-dismiss").ClickAsync();
        await Expect(page.GetByTestId("drift")).ToHaveCountAsync(0);
        await page.GetByRole(AriaRole.Button, new() { Name = "More", Exact = true }).ClickAsync();
        await page.GetByTestId("edit-policy").ClickAsync();
        await page.GetByTestId("keep-added").CheckAsync();
        Assert.Empty(await visitor.FindAccessFaultsAsync());
        await visitor.KeepScreenshotsAsync("edit-policy-dialog");
        await page.GetByTestId("confirm").ClickAsync();
        await Expect(page.GetByTestId("keeps-added")).ToBeVisibleAsync();
        await script.SettledAsync(playlist);
        Edit(server, ids => [.. ids.Take(2), Song(14).Id, .. ids.Skip(2)]);
        Assert.Equal("success", (await script.SyncAsync(playlist)).Status);
        await Expect(page.GetByTestId("drift")).ToContainTextAsync("1 song added. What was added stays.");
        Assert.Equal([Song(1).Id, Song(2).Id, Song(14).Id, Song(3).Id], server.Playlists.All.Single().SongIds.Take(4));

        // If a list is gone, the page asks and offers the ways out.
        server.Playlists.Delete(server.Playlists.All.Single().Id);
        Assert.Equal("warning", (await script.SyncAsync(playlist)).Status);
        await Expect(page.GetByTestId("held-back")).ToContainTextAsync("is gone from Navidrome");
        await visitor.KeepScreenshotsAsync("playlist-gone");
        await page.GetByTestId("create-again").ClickAsync();
        await page.GetByTestId("confirm").ClickAsync();
        await Expect(page.GetByTestId("held-back")).ToHaveCountAsync(0);
        await Eventually.HoldsAsync("the list is back with what was kept in it", () => Task.FromResult(server.Playlists.All is [{ SongIds.Count: Songs + 1 }]));

        visitor.AssertNoErrors();
        app.Log.AssertQuiet();
    }

    private static void Edit(DemoServer server, Func<IReadOnlyList<string>, IReadOnlyList<string>> edit)
        => server.Playlists.Change(server.Playlists.All.Single().Id, list => list with { SongIds = edit(list.SongIds) });

    private static async Task FollowTheSystemsThemeAsync(SpotterApp app)
    {
        await using var db = await app.OpenDatabaseAsync();
        var user = await db.Users.SingleAsync();
        user.Preferences = user.Preferences with { Theme = "system" };
        await db.SaveChangesAsync();
    }

    private static IEnumerable<string> Ids(int count) => Enumerable.Range(1, count).Select(i => Song(i).Id);

    private static string Title(int number) => $"Walk {(char)('A' + number)} along the river";

    private static DemoSong Song(int number) => Demo.Song(Title(number), "Amber Echo", "Walks", 180 + (10 * number));
}
