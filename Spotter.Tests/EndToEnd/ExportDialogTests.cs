using System.IO.Compression;
using Microsoft.Playwright;
using Spotter.Core.Formats;
using Spotter.Tests.Support.Browsing;
using Spotter.Tests.Support.Peers;
using static Microsoft.Playwright.Assertions;

namespace Spotter.Tests.EndToEnd;

/// <summary>The export dialog in a browser, up to the file on the disk.</summary>
[Collection(Chromium.Collection)]
public sealed class ExportDialogTests(Chromium chromium, BrowsedApp browsed) : IClassFixture<BrowsedApp>
{
    [BrowserFact]
    public async Task A_playlist_is_saved_in_every_format_and_all_of_them_as_one_archive()
    {
        var id = await browsed.SyncAsync("Harbour walk.csv");
        await browsed.SyncAsync("Evening.csv");
        await using var visitor = await chromium.OpenAsync(browsed.Spotter.Address);
        var page = visitor.Page;
        var faults = new List<string>();
        await visitor.SignInAsync();
        await browsed.Spotter.FollowTheSystemsThemeAsync();
        await page.GotoAsync($"playlists/{id}");

        // This server makes paths up, which the dialog says.
        await OpenAsync(page);
        await Expect(page.GetByTestId("paths-made-up")).ToContainTextAsync("makes paths up from the tags");
        await Expect(page.GetByTestId("paths-unknown")).ToHaveCountAsync(0);
        await visitor.LookAsync("export", faults);
        await page.GetByTestId("export-absolute").CheckAsync();
        await Expect(page.GetByTestId("export-save")).ToBeDisabledAsync();
        await page.GetByLabel("Music folder on that machine").FillAsync("/mnt/usb");
        await visitor.LookAsync("export-absolute", faults);
        var (name, content) = await SaveAsync(page);
        Assert.Equal("Harbour walk.m3u8", name);
        Assert.Contains("\n/mnt/usb/Amber Echo/Morning/", System.Text.Encoding.UTF8.GetString(content), StringComparison.Ordinal);

        foreach (var format in new[] { "m3u8", "xspf", "jspf", "csv", "json" })
        {
            await OpenAsync(page);
            await page.GetByTestId($"export-{format}").CheckAsync();
            (name, content) = await SaveAsync(page);

            Assert.Equal($"Harbour walk.{format}", name);
            var playlist = Assert.Single(new PlaylistFileReader().Read(content, name, null));
            Assert.Equal(("Harbour walk", "First Light, Third Rail (Live), Nowhere To Be Found"), (playlist.Name, string.Join(", ", playlist.Tracks.Select(track => track.Title))));
        }

        // The dialog closes by itself, and the page is still there.
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await page.GotoAsync("");
        await page.GetByTestId("export-all").ClickAsync();
        await page.GetByTestId("export-xspf").CheckAsync();
        await visitor.LookAsync("export-all", faults);
        (name, content) = await SaveAsync(page);
        using var archive = new ZipArchive(new MemoryStream(content));
        Assert.Equal("Playlists.zip", name);
        Assert.Equal(["Evening.xspf", "Harbour walk.xspf"], archive.Entries.Select(entry => entry.FullName));
        Assert.Equal(["Evening", "Harbour walk"], new PlaylistFileReader().Read(content, name, null).Select(playlist => playlist.Name));

        Assert.True(faults.Count == 0, string.Join("\n\n", faults.Distinct()));
        visitor.AssertNoErrors();
        browsed.Spotter.Log.AssertQuiet();
    }

    private static async Task OpenAsync(IPage page)
    {
        await page.GetByRole(AriaRole.Button, new() { Name = "More", Exact = true }).ClickAsync();
        // The table below has a menu of the same name for what is missing.
        await page.GetByRole(AriaRole.Menuitem, new() { Name = "Export", Exact = true }).ClickAsync();
        await page.GetByTestId("export-save").WaitForAsync();
    }

    private static async Task<(string Name, byte[] Content)> SaveAsync(IPage page)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByTestId("export-save").ClickAsync());
        var content = await File.ReadAllBytesAsync(await download.PathAsync());
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        return (download.SuggestedFilename, content);
    }
}
