using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Spotter.Core.Playlists.Stored;
using Spotter.Tests.Core.Formats;
using Spotter.Tests.Core.Formats.Archives;
using Spotter.Tests.Support;
using Spotter.Tests.Support.Browsing;
using Spotter.Tests.Support.Peers;
using static Microsoft.Playwright.Assertions;

namespace Spotter.Tests.EndToEnd;

/// <summary>The ways in besides a plain file, in a browser: an archive, a pasted list, a table that needs an explanation.</summary>
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
        await LookAsync(visitor, "import-empty", faults);

        await visitor.ChooseFileAsync("import-input", "my_spotify_data.zip", Samples.Bytes("my_spotify_data.zip"));
        await Expect(page.GetByTestId("import-entry")).ToHaveCountAsync(3);
        await Expect(page.GetByTestId("import-note")).ToContainTextAsync("3 other files in my_spotify_data.zip hold no playlist");
        await visitor.ChooseFileAsync("import-input", "spotify_playlists.zip", Zips.OfBytes(
            ("Morning walk.csv", "Track URI,Track Name,Artist Name(s)\nspotify:track:2aBcDeFgHiJkLmNoPqRsT2,First Light,Amber Echo\n"u8.ToArray()),
            ("Broken.csv", "Track URI,Track Name,Artist Name(s)\nspotify:track:2aBcDeFgHiJkLmNoPqRsT2,First,Light,Amber,Echo\n"u8.ToArray())));
        await Expect(page.GetByTestId("import-entry")).ToHaveCountAsync(4);
        await Expect(page.GetByTestId("import-fault")).ToHaveTextAsync("Line 2: expected 3 columns as in the header, found 5.");
        await LookAsync(visitor, "import-archive", faults);

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
        await LookAsync(visitor, "import-paste", faults);

        await page.GetByTestId("paste-read").ClickAsync();
        await Expect(page.GetByTestId("paste-problem")).ToHaveTextAsync("The field is empty. Paste a list into it first.");
        var list = "1. Amber Echo – First Light\n2. Amber Echo – Second Wind\nand that was all\n";
        await page.GetByTestId("paste-text").FillAsync(list);
        await page.GetByTestId("paste-read").ClickAsync();
        await Expect(page.GetByTestId("paste-problem")).ToHaveTextAsync("The list does not say what it is called. Give it a name.");
        await LookAsync(visitor, "import-paste-problem", faults);

        // What was typed is still there.
        await page.GetByTestId("paste-name").FillAsync("Evening");
        await page.GetByTestId("paste-read").ClickAsync();
        await Expect(page.GetByTestId("import-entry")).ToContainTextAsync("2 tracks");
        await Expect(page.GetByTestId("import-entry")).ToContainTextAsync("1 line left out");
        await Expect(page.GetByTestId("import-name")).ToHaveValueAsync("Evening");
        await Expect(page.GetByTestId("paste-text")).ToHaveValueAsync("");
        await LookAsync(visitor, "import-pasted", faults);

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
        await LookAsync(visitor, "import-columns", faults);
        await page.GetByTestId("table-read").ClickAsync();
        await Expect(page.GetByTestId("import-columns")).ToContainTextAsync("Title in column 2, Artist in column 3, Album in column 4, Length in column 5");
        await LookAsync(visitor, "import-columns-named", faults);
        await page.GetByTestId("import-confirm").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);

        // Through the API, and here again: nothing is asked.
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

    private static async Task OpenAsync(SpotterApp app, Visitor visitor)
    {
        await visitor.SignInAsync();
        await app.FollowTheSystemsThemeAsync();
        await visitor.Page.GotoAsync("sources");
        await visitor.Page.GetByTestId("import").ClickAsync();
        await visitor.Page.GetByTestId("import-files").WaitForAsync();
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

    private static async Task CloseAsync(SpotterApp app, Visitor visitor, List<string> faults)
    {
        Assert.True(faults.Count == 0, string.Join("\n\n", faults.Distinct()));
        visitor.AssertNoErrors();
        app.Log.AssertQuiet();
    }
}
