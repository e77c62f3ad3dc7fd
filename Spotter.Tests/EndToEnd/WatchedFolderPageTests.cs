using Microsoft.Playwright;
using Spotter.Tests.Support;
using Spotter.Tests.Support.Browsing;
using Spotter.Tests.Support.Peers;
using Spotter.Tests.Support.Sources;
using static Microsoft.Playwright.Assertions;

namespace Spotter.Tests.EndToEnd;

/// <summary>In a browser: the card that needs no connecting, and the dialog for public links with its alternatives.</summary>
[Collection(Chromium.Collection)]
public sealed class WatchedFolderPageTests(Chromium chromium)
{
    [BrowserFact]
    public async Task The_watched_folder_has_a_card_for_everybody_that_says_what_it_reads_and_what_is_wrong()
    {
        using var folder = new TemporaryFolder();
        var watched = folder.File("playlists");
        Write("Sea songs.csv", 0, 1, 2);
        Write("For the road.csv", 3, 4);
        Write("demo/Only mine.csv", 5);
        Settle("Broken export.csv", "Something;Else\n1;2\n");
        await using var app = SpotterApp.StartDemo(new() { ["Sources:Files:WatchFolder"] = watched });
        await using var visitor = await chromium.OpenAsync(app.Address);
        var page = visitor.Page;
        var faults = new List<string>();
        await visitor.SignInAsync();
        await app.FollowTheSystemsThemeAsync();
        await page.GotoAsync("sources");

        await Expect(page.GetByTestId("followed")).ToHaveCountAsync(3);
        var card = page.GetByTestId("connection");
        await Expect(card.GetByRole(AriaRole.Heading, new() { Name = "Watched folder" })).ToBeVisibleAsync();
        await Expect(card.GetByTestId("connection-state")).ToHaveTextAsync("Watched");
        await Expect(card.GetByTestId("standing-words")).ToContainTextAsync("sub-folder “demo” is yours alone");
        await Expect(card.GetByTestId("standing-place")).ToHaveTextAsync(watched);
        await Expect(card.GetByTestId("remarks")).ToContainTextAsync("“Broken export.csv” could not be read.");
        await Expect(card.GetByTestId("adds-new")).ToBeCheckedAsync();
        await Expect(card.GetByTestId("connection-more")).ToHaveCountAsync(0);
        await Expect(page.GetByTestId("connect-file")).ToHaveCountAsync(0);
        await Expect(page.GetByTestId("connect-deezer")).ToHaveCountAsync(0);
        await LookAsync(visitor, "sources-folder", faults);

        // Another user sees neither those files nor where the folder is.
        await using var guest = await chromium.OpenAsync(app.Address);
        await guest.SignInAsync("guest", "guest");
        await guest.Page.GotoAsync("sources");
        await Expect(guest.Page.GetByTestId("followed")).ToHaveCountAsync(2);
        await Expect(guest.Page.GetByTestId("connection")).Not.ToContainTextAsync("Only mine");
        await Expect(guest.Page.GetByTestId("connection")).Not.ToContainTextAsync(watched);

        // A new file appears by itself.
        Write("Just put in.csv", 2);
        await Expect(page.GetByTestId("followed")).ToHaveCountAsync(4, new() { Timeout = 30_000 });

        // The disk is unmounted: the card says so, and everything stays.
        Directory.Move(watched, watched + "-away");
        await page.GetByTestId("connection-refresh").ClickAsync();
        await Expect(page.GetByTestId("connection-problem")).ToContainTextAsync("The watched folder is not there");
        await Expect(page.GetByTestId("followed")).ToHaveCountAsync(4);
        await Expect(page.GetByTestId("followed-trouble")).ToHaveCountAsync(0);
        await page.EvaluateAsync("scrollTo(0, 0)");
        await LookAsync(visitor, "sources-folder-missing", faults);
        Directory.Move(watched + "-away", watched);
        await Expect(page.GetByTestId("connection-state")).ToHaveTextAsync("Watched", new() { Timeout = 60_000 });

        // Administrators see the setting.
        await page.GotoAsync("settings");
        await Expect(page.Locator("main")).ToContainTextAsync("Sources:Files:WatchFolder");

        Assert.True(faults.Count == 0, string.Join("\n\n", faults.Distinct()));
        visitor.AssertNoErrors();
        guest.AssertNoErrors();

        void Write(string name, params int[] songs)
            => Settle(name, string.Join('\n', songs.Select(i => $"{Listening.Titles[i]},{Listening.Artist}").Prepend("Title,Artist")));

        void Settle(string name, string text)
        {
            var path = Path.Combine(watched, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
            File.SetLastWriteTimeUtc(path, DateTime.UnixEpoch.AddYears(50));
        }
    }

    [BrowserFact]
    public async Task A_pasted_link_is_followed_or_says_what_is_possible_instead_with_the_button_for_it()
    {
        await using var service = await DeezerDouble.StartAsync();
        service.Add("908622995", "Songs for a long evening by the harbour", Listening.Titles.Zip(Listening.Lengths, (title, ms) => (title, Listening.Artist, ms / 1000)));
        await using var app = SpotterApp.StartDemo(new() { ["Sources:Deezer:BaseUrl"] = service.Address.AbsoluteUri });
        await using var visitor = await chromium.OpenAsync(app.Address);
        var page = visitor.Page;
        var faults = new List<string>();
        await visitor.SignInAsync();
        await app.FollowTheSystemsThemeAsync();
        await page.GotoAsync("sources");

        await LookUpAsync("https://open.spotify.com/playlist/37i9dQZF1DXcBWIGoYBM5M");
        await Expect(page.GetByTestId("link-problem")).ToContainTextAsync("Copy it into a playlist of your own there and connect Spotify");
        await LookAsync(visitor, "link-refused", faults);
        await page.GetByTestId("link-connect").ClickAsync();
        await Expect(page.GetByTestId("field-clientId")).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();

        await LookUpAsync("https://music.apple.com/us/playlist/evening/pl.1");
        await Expect(page.GetByTestId("link-problem")).ToContainTextAsync("choose File › Library › Export Playlist");
        await Expect(page.GetByTestId("link-connect")).ToHaveCountAsync(0);
        await page.GetByTestId("link-import").ClickAsync();
        await Expect(page.GetByTestId("import-input")).ToBeAttachedAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();

        await LookUpAsync("https://link.deezer.com/s/30abc");
        await Expect(page.GetByTestId("link-problem")).ToContainTextAsync("paste the address that you end up at");
        await page.GetByTestId("link").FillAsync("https://www.deezer.com/en/playlist/908622995?utm_source=deezer");
        await page.GetByTestId("link-look").ClickAsync();
        await Expect(page.GetByTestId("link-found")).ToContainTextAsync("Songs for a long evening by the harbour · 6 tracks · Deezer");
        await LookAsync(visitor, "link-found", faults);
        await page.GetByTestId("link-add").ClickAsync();
        await Expect(page.GetByTestId("followed")).ToHaveCountAsync(1);
        await Expect(page.GetByTestId("connection")).ToContainTextAsync("public links");

        // It is private from now on. The playlist says so and stays.
        service.Lists["908622995"].IsPublic = false;
        await page.GetByTestId("connection-refresh").ClickAsync();
        await Expect(page.GetByTestId("followed-trouble")).ToContainTextAsync("Deezer keeps this playlist private.");

        Assert.True(faults.Count == 0, string.Join("\n\n", faults.Distinct()));
        visitor.AssertNoErrors();
        app.Log.AssertQuiet();

        async Task LookUpAsync(string link)
        {
            await page.GetByTestId("connect-link").ClickAsync();
            await page.GetByTestId("link").FillAsync(link);
            await page.GetByTestId("link-look").ClickAsync();
        }
    }

    private static async Task LookAsync(Visitor visitor, string name, List<string> faults)
    {
        foreach (var scheme in new[] { ColorScheme.Dark, ColorScheme.Light })
        {
            await visitor.UseAsync(scheme);
            faults.AddRange(await visitor.FindAccessFaultsAsync());
        }

        await visitor.KeepScreenshotsAsync(name);
        await visitor.Page.SetViewportSizeAsync(1440, 900);
    }
}
