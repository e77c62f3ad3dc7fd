using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Spotter.Core.Formats.Text;
using Spotter.Core.Playlists.Stored;
using Spotter.Tests.Core.Formats;
using Spotter.Tests.Core.Formats.Archives;
using Spotter.Tests.Support;
using Spotter.Tests.Support.Browsing;
using Spotter.Tests.Support.Peers;
using static Microsoft.Playwright.Assertions;

namespace Spotter.Tests.EndToEnd;

/// <summary>Other ways to import than a plain file, in a browser: an archive, a pasted list, a table that needs an explanation.</summary>
[Collection(Chromium.Collection)]
public sealed class ImportDialogTests(Chromium chromium)
{
    [BrowserFact]
    public async Task An_archive_comes_in_with_what_is_wrong_in_it_beside_what_is_right()
    {
        await using var app = SpotterApp.StartDemo();
        await using var visitor = await chromium.OpenAsync(app.Address);
        var page = visitor.Page;
        var faults = new List<string>();
        await OpenAsync(app, visitor);
        await visitor.LookAsync("import-empty", faults);

        await visitor.ChooseFileAsync("import-input", "my_spotify_data.zip", Samples.Bytes("my_spotify_data.zip"));
        await Expect(page.GetByTestId("import-entry")).ToHaveCountAsync(3);
        await Expect(page.GetByTestId("import-note")).ToContainTextAsync("3 other files in my_spotify_data.zip hold no playlist");
        await visitor.ChooseFileAsync("import-input", "spotify_playlists.zip", Zips.OfBytes(
            ("Morning walk.csv", "Track URI,Track Name,Artist Name(s)\nspotify:track:2aBcDeFgHiJkLmNoPqRsT2,First Light,Amber Echo\n"u8.ToArray()),
            ("Broken.csv", "Track URI,Track Name,Artist Name(s)\nspotify:track:2aBcDeFgHiJkLmNoPqRsT2,First,Light,Amber,Echo\n"u8.ToArray())));
        await Expect(page.GetByTestId("import-entry")).ToHaveCountAsync(4);
        await Expect(page.GetByTestId("import-fault")).ToHaveTextAsync("Line 2: expected 3 columns as in the header, found 5.");
        await visitor.LookAsync("import-archive", faults);

        await page.GetByTestId("import-none").ClickAsync();
        await Expect(page.GetByTestId("import-count")).ToHaveTextAsync("0 of 4 playlists chosen");
        await Expect(page.GetByTestId("import-confirm")).ToBeDisabledAsync();
        await page.GetByTestId("import-all").ClickAsync();
        await page.GetByTestId("import-confirm").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(page.GetByTestId("files-card")).ToContainTextAsync("Liked Songs");

        await CloseAsync(app, visitor, faults);
    }

    [BrowserFact]
    public async Task A_list_is_pasted_however_long_it_is()
    {
        await using var app = SpotterApp.StartDemo();
        await using var visitor = await chromium.OpenAsync(app.Address);
        var page = visitor.Page;
        var faults = new List<string>();
        await OpenAsync(app, visitor);
        await page.GetByTestId("import-paste").ClickAsync();
        await visitor.LookAsync("import-paste", faults);

        await page.GetByTestId("paste-read").ClickAsync();
        await Expect(page.GetByTestId("paste-problem")).ToHaveTextAsync("The field is empty. Paste a list into it first.");
        var list = "1. Amber Echo – First Light\n2. Amber Echo – Second Wind\nand that was all\n";
        await page.GetByTestId("paste-text").FillAsync(list);
        await page.GetByTestId("paste-read").ClickAsync();
        await Expect(page.GetByTestId("paste-problem")).ToHaveTextAsync("This list has no name yet. Enter one.");
        await visitor.LookAsync("import-paste-problem", faults);

        // What was typed is still there.
        await page.GetByTestId("paste-name").FillAsync("Evening");
        await page.GetByTestId("paste-read").ClickAsync();
        await Expect(page.GetByTestId("import-entry")).ToContainTextAsync("2 tracks");
        await Expect(page.GetByTestId("import-entry")).ToContainTextAsync("1 line left out");
        await Expect(page.GetByTestId("import-name")).ToHaveValueAsync("Evening");
        await Expect(page.GetByTestId("paste-text")).ToHaveValueAsync("");
        await visitor.LookAsync("import-pasted", faults);

        // Twice what one message of the page's connection can hold. This list names itself.
        var longOne = "#EXTM3U\n#PLAYLIST:Long one\n" + string.Concat(Enumerable.Range(1, 2_000).Select(i => $"#EXTINF:180,Amber Echo - Harbour {i}\n{i}.mp3\n"));
        // All at once, as when pasting: typing so many lines takes the browser half a minute.
        await page.GetByTestId("paste-text").EvaluateAsync("(field, text) => { field.value = text; }", longOne);
        await page.GetByTestId("paste-read").ClickAsync();
        await Expect(page.GetByTestId("import-entry").Nth(1)).ToContainTextAsync("2,000 tracks");
        await page.GetByTestId("import-confirm").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);

        await using var db = await app.OpenDatabaseAsync();
        Assert.Equal(
            ["m3u:Long one 2000", "text:Evening 2"],
            (await db.Playlists.Where(p => p.RemoteId == "text:Evening" || p.RemoteId == "m3u:Long one").ToListAsync())
                .Select(p => $"{p.RemoteId} {p.TrackCount}").Order(StringComparer.Ordinal));
        await CloseAsync(app, visitor, faults);
    }

    [BrowserFact]
    public async Task A_table_is_explained_once_and_understood_from_then_on()
    {
        await using var app = SpotterApp.StartDemo();
        await using var visitor = await chromium.OpenAsync(app.Address);
        var page = visitor.Page;
        var faults = new List<string>();
        await OpenAsync(app, visitor);

        await visitor.ChooseFileAsync("import-input", "Sanger.csv",
            "Nr;Sang;Skald;Utgivelse;Tid;Notat\n1;First Light;Amber Echo;Morning;3:00;fin\n2;Second Wind;Amber Echo;Morning;3:10;\n3;A title that is so long that no column of any table could ever show it whole;Amber Echo;;3:20;\n");
        await Expect(page.GetByTestId("import-table")).ToContainTextAsync("Choose the column with the titles.");
        await Expect(page.GetByTestId("table-read")).ToBeDisabledAsync();
        await Expect(page.GetByTestId("column-4")).ToHaveValueAsync("Duration");
        await page.GetByTestId("column-2").SelectOptionAsync("Title");
        await page.GetByTestId("column-1").SelectOptionAsync("Title");
        await Expect(page.GetByTestId("column-2")).ToHaveValueAsync("Ignored");
        await page.GetByTestId("column-2").SelectOptionAsync("Artist");
        await page.GetByTestId("column-3").SelectOptionAsync("Album");
        await visitor.LookAsync("import-columns", faults);
        await page.GetByTestId("table-read").ClickAsync();
        await Expect(page.GetByTestId("import-columns")).ToContainTextAsync("Title in column 2, Artist in column 3, Album in column 4, Length in column 5");
        await visitor.LookAsync("import-columns-named", faults);
        await page.GetByTestId("import-confirm").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);

        // Through the API and in the dialog: nothing is asked.
        using var script = new ScriptUser(app.Address, "demo", "demo");
        await script.ImportAsync("Flere.csv", "Nr;Sang;Skald;Utgivelse;Tid;Notat\n1;First Light;Amber Echo;Morning;3:00;\n");
        await page.GetByTestId("import").ClickAsync();
        await visitor.ChooseFileAsync("import-input", "Sanger.csv", "Nr;Sang;Skald;Utgivelse;Tid;Notat\n1;First Light;Amber Echo;Morning;3:00;fin\n");
        await Expect(page.GetByTestId("import-diff")).ToContainTextAsync("2 removed");

        // The user gave a wrong answer, so the dialog asks again and shows that answer.
        await page.GetByTestId("import-change-columns").ClickAsync();
        await Expect(page.GetByTestId("column-2")).ToHaveValueAsync("Artist");
        await page.GetByTestId("column-5").SelectOptionAsync("Title");
        await page.GetByTestId("table-read").ClickAsync();
        await Expect(page.GetByTestId("import-columns")).ToContainTextAsync("Title in column 6");
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await script.ImportAsync("Notater.csv", "Nr;Sang;Skald;Utgivelse;Tid;Notat\n1;First Light;Amber Echo;Morning;3:00;fin\n");

        await using var db = await app.OpenDatabaseAsync();
        var lists = db.Playlists.Where(p => p.Name == "Notater");
        Assert.Equal("fin", await db.Tracks.Where(track => lists.Any(p => p.Id == track.PlaylistId)).Select(track => track.SourceTrack.Title).SingleAsync());
        await CloseAsync(app, visitor, faults);
    }

    [BrowserFact]
    public async Task What_was_understood_is_shown_and_put_right()
    {
        await using var app = SpotterApp.StartDemo();
        await using var visitor = await chromium.OpenAsync(app.Address);
        var page = visitor.Page;
        var faults = new List<string>();
        using var script = new ScriptUser(app.Address, "demo", "demo");
        await OpenAsync(app, visitor);

        // The rows as they were read: the first, the worst, and what was left out.
        const string longTitle = "A title that is so long that no row of any table could ever show it whole, and then it goes on for a while, since it is from a live recording";
        await visitor.ChooseFileAsync("import-input", "Rows.csv",
            $"Title,Artist,Album,Duration\n{longTitle},\"Amber Echo, The Lighthouse Keepers and an Orchestra of considerable Length\",An album of an equally considerable length,3:00\n"
            + string.Concat(Enumerable.Range(1, 40).Select(i => $"Harbour {i},Amber Echo,Morning,3:{i % 60:00}\n")) + "Nobody's Song,,Morning,3:00\nAll Night Mix,Amber Echo,,9:30:12\n,Amber Echo,,3:00\n");
        var rows = page.GetByTestId("import-row");
        await Expect(rows).ToHaveCountAsync(7);
        await Expect(rows.Nth(1)).ToContainTextAsync("Harbour 1");
        await Expect(rows.Nth(5)).ToContainTextAsync("no artist");
        await Expect(rows.Nth(6)).ToContainTextAsync("9:30:12");
        await Expect(page.GetByTestId("import-odd")).ToHaveTextAsync("2 rows look odd");
        await Expect(page.GetByTestId("import-left-out")).ToContainTextAsync("1 line left out: 1 without a title");
        await visitor.LookAsync("import-rows", faults);
        await page.GetByTestId("import-unfold").ClickAsync();
        await Expect(rows).ToHaveCountAsync(0);
        await page.GetByTestId("import-confirm").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);

        // The columns of a table that Spotter recognises, but wrongly.
        const string turned = "Title,Artist,Genre,Real Title\nAmber Echo,Genre of it,Pop,First Light\nAmber Echo,Genre of it,Pop,Second Wind\n";
        await page.GetByTestId("import").ClickAsync();
        await visitor.ChooseFileAsync("import-input", "Turned.csv", turned);
        await Expect(rows.First).ToContainTextAsync("Genre of it");
        await page.GetByTestId("import-change-columns").ClickAsync();
        await Expect(page.GetByTestId("column-0")).ToHaveValueAsync("Title");
        await Expect(page.GetByTestId("import-table")).ToBeFocusedAsync();
        await visitor.LookAsync("import-columns-wrong", faults);
        await page.GetByTestId("table-leave").ClickAsync();
        await Expect(rows.First).ToContainTextAsync("Genre of it");
        await page.GetByTestId("import-change-columns").ClickAsync();
        await page.GetByTestId("column-0").SelectOptionAsync("Artist");
        await page.GetByTestId("column-1").SelectOptionAsync("Ignored");
        await page.GetByTestId("column-3").SelectOptionAsync("Title");
        await page.GetByTestId("table-read").ClickAsync();
        await Expect(rows.First).ToContainTextAsync("First Light");
        await ImportAsync(page);

        // Titles and artists swapped.
        const string reversed = "Signal Fire - Nobody's Band\nOther Fire - Nobody's Band\n";
        await page.GetByTestId("import").ClickAsync();
        await visitor.ChooseFileAsync("import-input", "Reversed.txt", reversed);
        await Expect(page.GetByTestId("import-sides")).ToContainTextAsync("Read as “Artist - Title”.");
        await visitor.LookAsync("import-sides-wrong", faults);
        await page.GetByTestId("import-turn").ClickAsync();
        await Expect(page.GetByTestId("import-sides")).ToContainTextAsync("Read as “Title - Artist”, as you chose.");
        await Expect(rows.First.GetByRole(AriaRole.Cell).Nth(1)).ToHaveTextAsync("Signal Fire");
        await visitor.LookAsync("import-sides-right", faults);
        await ImportAsync(page);

        // The encoding.
        var letters = CodePages.Find("koi8-r")!.GetBytes("Amber Echo - First Light\nМаяк - Огни\nМоре - Вода\n");
        await page.GetByTestId("import").ClickAsync();
        await visitor.ChooseFileAsync("import-input", "Letters.txt", letters);
        var choice = page.GetByTestId("import-letters");
        await Expect(choice.Locator("option").First).ToHaveTextAsync("Guessed: Cyrillic (KOI8-R)");
        await choice.SelectOptionAsync("macintosh");
        await Expect(rows.Nth(1)).Not.ToContainTextAsync("Маяк");
        await visitor.LookAsync("import-letters-wrong", faults);
        await choice.SelectOptionAsync("koi8-r");
        await Expect(rows.Nth(1)).ToContainTextAsync("Маяк");
        await Expect(choice).ToHaveValueAsync("koi8-r");
        await choice.SelectOptionAsync("windows-1251");
        await Expect(rows.Nth(1)).Not.ToContainTextAsync("Маяк");
        await ImportAsync(page);

        // All of these choices apply to the next files that come through the API.
        await script.ImportAsync("Turned.csv", turned + "Amber Echo,Genre of it,Pop,Third Coast\n", System.Net.HttpStatusCode.OK);
        await script.ImportAsync("Reversed.txt", reversed + "Third Fire - Nobody's Band\n", System.Net.HttpStatusCode.OK);
        await script.ImportAsync("Letters.txt", [.. letters, .. CodePages.Find("koi8-r")!.GetBytes("Свет - Берег\n")], System.Net.HttpStatusCode.OK);
        Assert.Equal(["First Light", "Second Wind", "Third Coast"], await TitlesAsync(app, "Turned"));
        Assert.Equal(["Signal Fire", "Other Fire", "Third Fire"], await TitlesAsync(app, "Reversed"));
        Assert.Equal(CodePages.Find("windows-1251")!.GetString(CodePages.Find("koi8-r")!.GetBytes("Берег")), (await TitlesAsync(app, "Letters"))[^1]);
        await CloseAsync(app, visitor, faults);
    }

    [BrowserFact]
    public async Task A_history_becomes_a_list_of_the_chosen_period_and_length()
    {
        await using var app = SpotterApp.StartDemo();
        await using var visitor = await chromium.OpenAsync(app.Address);
        var page = visitor.Page;
        var faults = new List<string>();
        await OpenAsync(app, visitor);
        await page.GetByTestId("most-played").GetByText("Listening histories").ClickAsync();
        await Expect(page.GetByTestId("most-played-length")).ToHaveValueAsync("100");
        await page.GetByTestId("most-played-period").SelectOptionAsync("2024");
        await Expect(page.GetByTestId("most-played-on")).ToBeCheckedAsync();
        await page.GetByTestId("most-played-length").FillAsync("2");
        await page.GetByTestId("most-played-length").PressAsync("Tab");
        await visitor.LookAsync("import-most-played", faults);

        var plays = new[] { ("2023-05-01", "Old Favourite", 9), ("2024-02-01", "First Light", 3), ("2024-03-01", "Second Wind", 5), ("2024-04-01", "Third Coast", 1) }
            .SelectMany(track => Enumerable.Range(0, track.Item3).Select(hour => $$"""{"endTime":"{{track.Item1}} {{hour + 10}}:00","artistName":"Amber Echo","trackName":"{{track.Item2}}","msPlayed":180000}"""))
            .ToArray();
        await DropAsync(page, ("my_spotify_data.zip", Zips.Of(
            ("Spotify Account Data/StreamingHistory_music_0.json", $"[{string.Join(",", plays[..10])}]"), ("Spotify Account Data/StreamingHistory_music_1.json", $"[{string.Join(",", plays[10..])}]"))));
        await Expect(page.GetByTestId("import-entry")).ToHaveCountAsync(1);
        await Expect(page.GetByTestId("import-entry")).ToContainTextAsync("Most played of 2024");
        await Expect(page.GetByTestId("import-row")).ToHaveCountAsync(2);
        await Expect(page.GetByTestId("import-row").First).ToContainTextAsync("Second Wind");
        await visitor.LookAsync("import-most-played-read", faults);
        await ImportAsync(page);

        Assert.Equal(["Second Wind", "First Light"], await TitlesAsync(app, "Most played of 2024"));
        await CloseAsync(app, visitor, faults);
    }

    [BrowserFact]
    public async Task What_is_put_right_in_one_list_of_an_archive_is_put_right_in_all()
    {
        await using var app = SpotterApp.StartDemo();
        await using var visitor = await chromium.OpenAsync(app.Address);
        var page = visitor.Page;
        var faults = new List<string>();
        await OpenAsync(app, visitor);
        await DropAsync(page, ("Lists.zip", Zips.Of([.. Enumerable.Range(1, 3).Select(i => ($"List {i}.txt", $"Signal {i} - Nobody's Band\nOther {i} - Nobody's Band\n"))])));
        await Expect(page.GetByTestId("import-entry")).ToHaveCountAsync(3);
        await Expect(page.GetByTestId("import-alike")).ToHaveCountAsync(0);

        await page.GetByTestId("import-turn").First.ClickAsync();
        await Expect(page.GetByTestId("import-alike")).ToHaveTextAsync("Apply this to 2 more playlists from Lists.zip");
        await visitor.LookAsync("import-alike", faults);
        await page.GetByTestId("import-alike").ClickAsync();
        await Expect(page.GetByTestId("import-alike")).ToHaveCountAsync(0);
        await Expect(page.GetByTestId("import-sides").Nth(2)).ToContainTextAsync("Read as “Title - Artist”, as you chose.");
        await ImportAsync(page);

        Assert.Equal(["Signal 3", "Other 3"], await TitlesAsync(app, "List 3"));
        await CloseAsync(app, visitor, faults);
    }

    [BrowserFact]
    public async Task Files_that_are_dropped_on_a_page_are_imported_instead_of_shown()
    {
        await using var app = SpotterApp.StartDemo();
        await using var visitor = await chromium.OpenAsync(app.Address);
        var page = visitor.Page;
        var faults = new List<string>();
        await visitor.SignInAsync();
        await app.FollowTheSystemsThemeAsync();

        foreach (var path in new[] { "mixtapes", "review", "missing", "activity", "settings" })
        {
            await page.GotoAsync(path);
            await page.GetByTestId("frame").WaitForAsync();
            await DropAsync(page, ("Dropped.csv", "Title,Artist\nFirst Light,Amber Echo\n"));
            await Expect(page.GetByTestId("import-entry")).ToHaveCountAsync(1);
            await Expect(page.GetByTestId("import-row")).ToContainTextAsync("First Light");
            Assert.EndsWith(path, page.Url, StringComparison.Ordinal);
        }

        // Files that are dropped on the open dialog are added to it. An empty one and one that is no playlist are reported with their reasons.
        await DropAsync(page, ("Empty.m3u", "#EXTM3U\n"), ("Letter.txt", "Dear Sirs,\nthis is a letter.\n"), ("Second.txt", "Amber Echo - Second Wind\n"));
        await Expect(page.GetByTestId("import-entry")).ToHaveCountAsync(2);
        await Expect(page.GetByTestId("import-fault")).ToHaveCountAsync(2);
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(1);
        await visitor.LookAsync("import-dropped", faults);

        // Dropped by the browser itself from the disk: a file, and a folder, whose music is ignored.
        using var disk = new TemporaryFolder();
        var folder = Directory.CreateDirectory(disk.File("Lists")).FullName;
        await File.WriteAllTextAsync(disk.File("Third.txt"), "Amber Echo - Third Coast\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "Fourth.txt"), "Amber Echo - Fourth Wall\n");
        await File.WriteAllTextAsync(Path.Combine(folder, "Fourth Wall.mp3"), "music");
        await DropFromDiskAsync(page, disk.File("Third.txt"), folder);
        await Expect(page.GetByTestId("import-entry")).ToHaveCountAsync(4);
        await Expect(page.GetByTestId("import-fault")).ToHaveCountAsync(2);
        Assert.EndsWith("settings", page.Url, StringComparison.Ordinal);
        await page.GetByRole(AriaRole.Button, new() { Name = "Cancel" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await DropFromDiskAsync(page, disk.File("Third.txt"));
        await Expect(page.GetByTestId("import-row")).ToContainTextAsync("Third Coast");
        await DropAsync(page, ("Dropped.csv", "Title,Artist\nFirst Light,Amber Echo\n"));
        await Expect(page.GetByTestId("import-entry")).ToHaveCountAsync(2);

        // Many playlists in one archive remain a clear list.
        await DropAsync(page, ("Many.zip", Zips.Of(
            [.. Enumerable.Range(1, 200).Select(i => ($"List {i:000}.csv", $"Title,Artist\nFirst Light,Amber Echo\nHarbour {i},\n")), ("Contacts.csv", "Name,Phone\nBo,123\nKari,456\n"), ("Notes.txt", "Hello")])));
        await Expect(page.GetByTestId("import-count")).ToHaveTextAsync("202 of 202 playlists chosen");
        await Expect(page.GetByTestId("import-entry")).ToHaveCountAsync(30);
        await Expect(page.GetByTestId("import-rows")).ToHaveCountAsync(2);
        await page.GetByTestId("import-note").GetByText("hold no playlist").ClickAsync();
        await Expect(page.GetByTestId("import-note")).ToContainTextAsync("Contacts.csv");
        await visitor.LookAsync("import-many-left-out", faults);
        await page.GetByTestId("import-note").GetByText("hold no playlist").ClickAsync();
        await page.GetByTestId("import-entry").Nth(3).EvaluateAsync("card => card.scrollIntoView()");
        await visitor.LookAsync("import-many", faults);
        await page.GetByTestId("import-confirm").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);

        // Dragged text or a picture of the page itself has no effect.
        await page.EvaluateAsync("""
            () => {
              const picture = new DataTransfer();
              picture.items.add(new File(["x"], "cover.png"));
              document.dispatchEvent(new DragEvent("dragstart", { dataTransfer: picture }));
              document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: picture, bubbles: true, cancelable: true }));
              document.dispatchEvent(new DragEvent("dragend", { dataTransfer: picture }));
              const files = new DataTransfer();
              files.items.add(new File(["x"], "list.txt"));
              document.body.dispatchEvent(new DragEvent("dragover", { dataTransfer: files, bubbles: true, cancelable: true }));
            }
            """);
        await Expect(page.GetByText("Drop playlist files to import them")).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await visitor.LookAsync("import-dragged", faults);
        await CloseAsync(app, visitor, faults);
    }

    private static Task DropAsync(IPage page, params (string Name, string Content)[] files)
        => DropAsync(page, [.. files.Select(file => (file.Name, System.Text.Encoding.UTF8.GetBytes(file.Content)))]);

    /// <summary>Drops files from outside, as a browser delivers them.</summary>
    private static async Task DropAsync(IPage page, params (string Name, byte[] Content)[] files)
    {
        var dropped = await page.EvaluateHandleAsync(
            """
            files => {
              const data = new DataTransfer();
              files.forEach(([name, content]) => data.items.add(new File([Uint8Array.from(atob(content), c => c.charCodeAt(0))], name)));
              return data;
            }
            """,
            files.Select(file => new[] { file.Name, Convert.ToBase64String(file.Content) }).ToArray());
        await page.DispatchEventAsync("#content", "dragover", new { dataTransfer = dropped });
        await page.DispatchEventAsync("#content", "drop", new { dataTransfer = dropped });
    }

    /// <summary>Drops files and folders from the disk, as the system does. Without a handler, the browser would navigate to them.</summary>
    private static async Task DropFromDiskAsync(IPage page, params string[] paths)
    {
        var browser = await page.Context.NewCDPSessionAsync(page);
        foreach (var type in new[] { "dragEnter", "dragOver", "drop" })
        {
            await browser.SendAsync("Input.dispatchDragEvent", new Dictionary<string, object>
            {
                ["type"] = type, ["x"] = 30, ["y"] = 600,
                ["data"] = new Dictionary<string, object> { ["items"] = Array.Empty<object>(), ["files"] = paths, ["dragOperationsMask"] = 1 },
            });
        }
    }

    private static async Task ImportAsync(IPage page)
    {
        await page.GetByTestId("import-confirm").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
    }

    private static async Task<List<string>> TitlesAsync(SpotterApp app, string name)
    {
        await using var db = await app.OpenDatabaseAsync();
        var lists = db.Playlists.Where(p => p.Name == name);
        return await db.Tracks.Where(track => lists.Any(p => p.Id == track.PlaylistId)).OrderBy(track => track.Position).Select(track => track.SourceTrack.Title).ToListAsync();
    }

    private static async Task OpenAsync(SpotterApp app, Visitor visitor)
    {
        await visitor.SignInAsync();
        await app.FollowTheSystemsThemeAsync();
        await visitor.Page.GotoAsync("sources");
        await visitor.Page.GetByTestId("import").ClickAsync();
        await visitor.Page.GetByTestId("import-files").WaitForAsync();
    }

    private static async Task CloseAsync(SpotterApp app, Visitor visitor, List<string> faults)
    {
        Assert.True(faults.Count == 0, string.Join("\n\n", faults.Distinct()));
        visitor.AssertNoErrors();
        app.Log.AssertQuiet();
    }
}
