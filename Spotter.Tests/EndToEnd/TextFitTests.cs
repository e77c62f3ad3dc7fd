using Microsoft.EntityFrameworkCore;
using Spotter.Tests.Support.Browsing;
using Spotter.Tests.Support.Peers;

namespace Spotter.Tests.EndToEnd;

/// <summary>Buttons, numbers and states are never cut off at any width. A long name may end in an ellipsis, but only if there is no room.</summary>
[Collection(Chromium.Collection)]
public sealed class TextFitTests(Chromium chromium, BrowsedApp browsed) : IClassFixture<BrowsedApp>
{
    private const string Long = "The Complete and Unabridged Collection of Songs for Very Long Journeys by Train, Volume Seventeen";

    private static readonly (int Width, int Height)[] Sizes = [(1440, 900), (768, 1024), (390, 844)];

    /// <summary>Elements that are wider than their box or cut off by an ancestor.</summary>
    private const string Cut = """
        selector => [...document.querySelectorAll(selector)].filter(element => element.checkVisibility() && element.getClientRects().length > 0).filter(element => {
            if (element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).display !== 'inline') {
                return true;
            }
            const box = element.getBoundingClientRect();
            for (let around = element.parentElement; around && around !== document.body; around = around.parentElement) {
                const frame = around.getBoundingClientRect();
                const overflow = getComputedStyle(around).overflowX;
                if ((overflow === 'hidden' || overflow === 'clip') && (box.left < frame.left - 1 || box.right > frame.right + 1)) {
                    return true;
                }
            }
            return box.right > innerWidth + 1;
        }).map(element => `${element.className} "${element.innerText}" ${element.scrollWidth} in ${element.clientWidth}`)
        """;

    /// <summary>
    /// Columns with free space while a name in the same table is cut off: the width minus the widest content, in pixels. The source
    /// and the next sync get more, since the longest source is longer than "File" and the longest time longer than "in 5 min".
    /// </summary>
    private const string Room = """
        () => {
            const rows = [...document.querySelectorAll('.sp-list-row')];
            if (!rows.some(row => [...row.querySelectorAll('a.sp-cut')].some(name => name.scrollWidth > name.clientWidth))) {
                return ['no name is cut'];
            }
            const width = element => { const range = document.createRange(); range.selectNodeContents(element); return range.getBoundingClientRect().width; };
            return ['source', 'state', 'tracks', 'last', 'next', 'acts'].flatMap(column => {
                const cells = rows.map(row => row.querySelector('.sp-list-' + column)).filter(cell => cell?.checkVisibility());
                const room = Math.min(...cells.map(cell => cell.clientWidth - width(cell)));
                return cells.length > 0 && room > (column === 'source' || column === 'next' ? 72 : 48) ? [`${column}: ${room}`] : [];
            });
        }
        """;

    [BrowserFact]
    public async Task Acts_numbers_and_states_are_never_cut_off_and_names_only_where_there_is_no_room()
    {
        var id = await browsed.SyncAsync($"{Long}.csv", $"Title,Artist,Album,Duration\nFirst Light,Amber Echo,Morning,3:00\nThird Rail (Live),Amber Echo,Morning,3:20\n{Long},{Long},,4:00\n");
        await browsed.SyncAsync("Short.csv");
        await PretendAsync(id);
        await using var visitor = await chromium.OpenAsync(browsed.Spotter.Address);
        var page = visitor.Page;
        await visitor.SignInAsync();
        var faults = new List<string>();
        foreach (var (width, height) in Sizes)
        {
            await page.SetViewportSizeAsync(width, height);
            await LookAsync("", ".sp-tile .sp-badge, .sp-tile .sp-badge-label, .sp-tile .sp-badge-count, .sp-switch", "tiles");
            await LookAsync($"playlists/{id}", ".sp-act, .sp-report-row td:is(:first-child, :nth-child(4), :nth-child(5)), .sp-badge, .sp-tier, .sp-chip", "report");
            await LookAsync("missing", ".sp-act, .sp-wanted-count, .sp-wanted-length", "missing");
            await LookAsync("review", ".sp-act, .sp-review-sure, .sp-candidate-sure", "review");
            await page.GotoAsync("");
            await page.GetByTestId("as-table").ClickAsync();
            await LookAsync("", ".sp-list .sp-badge, .sp-list .sp-badge-label, .sp-list .sp-badge-count, .sp-list .sp-num, .sp-list .sp-time, .sp-list [role=columnheader], .sp-switch", "table");
            faults.AddRange((await SettledAsync(() => page.EvaluateAsync<string[]>(Room))).Select(column => $"{width}: room in {column}"));
            await page.Locator("[aria-label='As tiles']").ClickAsync();
            await page.Locator(".sp-tile").First.WaitForAsync();

            async Task LookAsync(string path, string selector, string name)
            {
                await page.GotoAsync(path);
                await page.Locator(selector).First.WaitForAsync();
                await page.EvaluateAsync("() => document.fonts.ready.then(() => null)");
                var cut = await SettledAsync(() => page.EvaluateAsync<string[]>(Cut, selector));
                faults.AddRange(cut.Select(fault => $"{width} {name}: {fault}"));
            }

            // Rows are still being drawn, and a column that turns out to be too narrow is widened with the next drawing.
            async Task<string[]> SettledAsync(Func<Task<string[]>> look)
            {
                string[] seen = [];
                for (var frame = 0; frame < 60 && (seen = await look()).Length > 0; frame++)
                {
                    await page.EvaluateAsync("() => new Promise(done => requestAnimationFrame(() => done(null)))");
                }

                return seen;
            }
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        visitor.AssertNoErrors();
    }

    /// <summary>Makes the playlist look like a long one: high row numbers, and counts with four or five digits.</summary>
    private async Task PretendAsync(int id)
    {
        await using var db = await browsed.Spotter.OpenDatabaseAsync();
        await db.Database.ExecuteSqlAsync($"UPDATE Tracks SET Position = Position + 9990 WHERE PlaylistId = {id}");
        await db.Database.ExecuteSqlAsync($"UPDATE Playlists SET TrackCount = 12540, MatchedCount = 11234, MissingCount = 1000, LastSyncedAt = LastSyncedAt - 30000000000 WHERE Id = {id}");
    }
}
