using System.Collections.Concurrent;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Spotter.Core.Accounts;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Tests.Support;
using Spotter.Tests.Support.Browsing;
using Spotter.Tests.Support.Peers;
using static Microsoft.Playwright.Assertions;

namespace Spotter.Tests.EndToEnd;

/// <summary>Hundreds of playlists in a browser: what comes over the wire for them, and how they are sorted and laid out.</summary>
[Collection(Chromium.Collection)]
public sealed class ManyPlaylistsTests(Chromium chromium, BrowsedApp browsed) : IClassFixture<BrowsedApp>
{
    private const int Count = 305;

    /// <summary>Bytes on the circuit until the first rows are shown, before compression. A quarter of it is the frame around the page.</summary>
    private const int Most = 420_000;

    [BrowserFact]
    public async Task Three_hundred_playlists_come_a_few_at_a_time_and_all_of_them_as_one_scrolls()
    {
        await using var visitor = await chromium.OpenAsync(browsed.Spotter.Address);
        var page = visitor.Page;
        var frames = new ConcurrentQueue<int>();
        page.WebSocket += (_, socket) => socket.FrameReceived += (_, frame) => frames.Enqueue(frame.Binary?.Length ?? frame.Text?.Length ?? 0);
        await visitor.SignInAsync();
        await FillAsync();

        foreach (var asTable in new[] { false, true })
        {
            await page.GotoAsync("about:blank");
            await PreferAsync(asTable);
            frames.Clear();
            await page.GotoAsync(browsed.Spotter.Address.AbsoluteUri);
            await page.GetByTestId("playlist").Nth(20).WaitForAsync();
            await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => done(null))))");
            Assert.InRange(frames.Sum(), 1, Most);
            Assert.InRange(await page.GetByTestId("playlist").CountAsync(), 21, 60);
        }

        // The table renders what is on the screen, wherever that is.
        await ToTheEndAsync(page);
        await Expect(page.GetByRole(AriaRole.Link, new() { Name = "Playlist 304" })).ToBeVisibleAsync();
        Assert.InRange(await page.GetByTestId("playlist").CountAsync(), 10, 60);

        // Tiles stay, and more come before one is at the end.
        await page.Locator("[aria-label='As tiles']").ClickAsync();
        await page.Locator(".sp-tile").First.WaitForAsync();
        for (var shown = 0; shown < Count; shown = await page.Locator(".sp-tile").CountAsync())
        {
            await ToTheEndAsync(page);
            await Expect(page.Locator(".sp-tile").Nth(Math.Min(shown + 1, Count - 1))).ToBeAttachedAsync();
        }

        await Expect(page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Show more") })).ToHaveCountAsync(0);
        visitor.AssertNoErrors();
    }

    [BrowserFact]
    public async Task The_table_is_sorted_and_laid_out_by_keyboard_alone()
    {
        await FillAsync();
        await using var visitor = await chromium.OpenAsync(browsed.Spotter.Address);
        var page = visitor.Page;
        await visitor.SignInAsync();
        await page.Locator("[aria-label='As a table']").PressAsync("Enter");

        // The heading keeps the focus, so that a second press turns the order round.
        await page.GetByTestId("sort-tracks").PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex(@"\?sort=-tracks$"));
        await Expect(page.GetByTestId("playlist").First).ToContainTextAsync("Playlist 304");
        await Expect(page.GetByTestId("sort-tracks")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex(@"\?sort=tracks$"));
        await Expect(page.GetByTestId("playlist").First).Not.ToContainTextAsync("Playlist 304");
        await page.GoBackAsync();
        await Expect(page.GetByTestId("playlist").First).ToContainTextAsync("Playlist 304");

        await page.GetByTestId("view").PressAsync("Enter");
        await Expect(page.GetByTestId("sort-by")).ToBeFocusedAsync();
        await page.GetByTestId("column-source").PressAsync("Space");
        await Expect(page.Locator(".sp-list-source")).ToHaveCountAsync(0);
        var before = await HeightAsync(page);
        await page.GetByTestId("rows-compact").FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await page.Locator(".sp-list-dense [data-testid=playlist]").First.WaitForAsync();
        Assert.InRange(await HeightAsync(page), 1, before - 10);
        Assert.Empty(await visitor.FindAccessFaultsAsync());
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.GetByTestId("view")).ToBeFocusedAsync();

        // Both are kept.
        await page.ReloadAsync();
        await page.Locator(".sp-list-dense").WaitForAsync();
        await Expect(page.Locator(".sp-list-source")).ToHaveCountAsync(0);
        visitor.AssertNoErrors();
    }

    private async Task PreferAsync(bool asTable)
    {
        await using var db = await browsed.Spotter.OpenDatabaseAsync();
        var user = await db.Users.SingleAsync();
        user.Preferences = new() { PlaylistsAsTable = asTable };
        await db.SaveChangesAsync();
    }

    private static Task ToTheEndAsync(IPage page) => page.EvaluateAsync("() => { const e = document.scrollingElement; e.scrollTop = e.scrollHeight; }");

    private static Task<int> HeightAsync(IPage page) => page.GetByTestId("playlist").First.EvaluateAsync<int>("row => row.offsetHeight");

    /// <summary>Playlists in every state, with covers.</summary>
    private async Task FillAsync()
    {
        await using var db = await browsed.Spotter.OpenDatabaseAsync();
        if (await db.Playlists.CountAsync() >= Count)
        {
            return;
        }

        var first = await browsed.SyncAsync("Playlist 000.csv");
        var model = await db.Playlists.AsNoTracking().SingleAsync(playlist => playlist.Id == first);
        for (var i = 1; i < Count; i++)
        {
            db.Playlists.Add(new Playlist
            {
                UserId = model.UserId, AccountId = model.AccountId, Source = model.Source, RemoteId = $"csv:{i}", Name = string.Create(CultureInfo.InvariantCulture, $"Playlist {i:000}"),
                TrackCount = i, MatchedCount = i / 2, ReviewCount = i / 4, MissingCount = i - (i / 2) - (i / 4), SyncEnabled = i % 5 != 0,
                Status = i % 3 == 0 ? SyncStatus.Success : i % 3 == 1 ? SyncStatus.Warning : SyncStatus.Error,
                Tracks = [.. Enumerable.Range(1, 4).Select(n => Covered(i, n))],
                LastSyncedAt = model.LastSyncedAt!.Value.AddMinutes(-i), CreatedAt = model.CreatedAt, RefreshedAt = model.RefreshedAt,
            });
        }

        await db.SaveChangesAsync();
    }

    /// <summary>A matched track whose song has a cover.</summary>
    private static PlaylistTrack Covered(int playlist, int position)
    {
        var track = TestTracks.Matched($"Track {position}", $"song-{playlist}-{position}");
        track.Position = position;
        track.Song = track.Song! with { CoverArtId = $"al-{playlist}-{position}_65f0c1a2", AlbumId = $"al-{playlist}-{position}" };
        return track;
    }
}
