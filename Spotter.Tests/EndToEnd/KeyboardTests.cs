using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Spotter.Core.Accounts;
using Spotter.Core.Facts;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Tests.Support;
using Spotter.Tests.Support.Browsing;
using Spotter.Tests.Support.Peers;
using static Microsoft.Playwright.Assertions;

namespace Spotter.Tests.EndToEnd;

/// <summary>Everything works with the keyboard, and the focus is always visible.</summary>
[Collection(Chromium.Collection)]
public sealed class KeyboardTests(Chromium chromium, BrowsedApp browsed) : IClassFixture<BrowsedApp>
{
    private const string FocusIsIn = "selector => document.activeElement?.matches(selector) === true";

    [BrowserFact]
    public async Task Every_stop_of_the_Tab_key_shows_a_ring_and_every_control_is_one()
    {
        var id = await browsed.SyncAsync("Rings.csv");
        using (var script = new ScriptUser(browsed.Spotter.Address, "demo", "demo"))
        {
            await script.DecideAsync(await browsed.SyncAsync("Decided.csv", "Title,Artist\nSecond Wind,Amber Echo\n"), 1, "never");
        }

        await using var visitor = await chromium.OpenAsync(browsed.Spotter.Address);
        var page = visitor.Page;
        var faults = new List<string>();
        await page.GotoAsync("sign-in");
        faults.AddRange(await TabWalk.FindFaultsAsync(page, "sign-in"));
        await visitor.SignInAsync();
        foreach (var (path, marker) in Pages(id))
        {
            await page.GotoAsync(path);
            await page.Locator(marker).First.WaitForAsync();
            faults.AddRange(await TabWalk.FindFaultsAsync(page, path));
            faults.AddRange(await FindUntoldKeysAsync(page, path));
        }

        await page.GotoAsync("");
        await PressAsync(page, "[data-testid=as-table]");
        await page.Locator(".sp-list-row").First.WaitForAsync();
        faults.AddRange(await TabWalk.FindFaultsAsync(page, "as a table"));
        await PressAsync(page, "[aria-label='As tiles']");

        foreach (var (path, opener, marker) in Dialogs(id))
        {
            await page.GotoAsync(path);
            await PressAsync(page, opener[0]);
            if (opener.Length > 1)
            {
                await ChooseAsync(page, opener[1]);
            }

            await page.Locator(marker).First.WaitForAsync();
            await page.WaitForFunctionAsync("() => document.activeElement?.closest('[role=dialog], [popover]')");
            faults.AddRange(await TabWalk.FindFaultsAsync(page, $"{path} {opener[^1]}"));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        visitor.AssertNoErrors();
    }

    [BrowserFact]
    public async Task The_focus_stays_where_one_works_whatever_becomes_of_what_had_it()
    {
        var id = await browsed.SyncAsync("Places.csv");
        await using var visitor = await chromium.OpenAsync(browsed.Spotter.Address);
        var page = visitor.Page;
        await visitor.SignInAsync();
        await page.GotoAsync($"playlists/{id}");

        // The button of a missing row is replaced by another one in the same place.
        await PressAsync(page, "[aria-label='Never match Nowhere To Be Found']");
        await AssertFocusAsync(page, "[aria-label='Undo never for Nowhere To Be Found']");
        await page.Keyboard.PressAsync("Enter");
        await AssertFocusAsync(page, "[aria-label='Find Nowhere To Be Found']");

        // A dialog returns the focus, even if it was opened from a menu.
        await page.Keyboard.PressAsync("Enter");
        await AssertFocusAsync(page, "[data-testid=fix-search]");
        await page.Keyboard.PressAsync("Escape");
        await AssertFocusAsync(page, "[aria-label='Find Nowhere To Be Found']");
        await PressAsync(page, "[data-testid=more] button");
        await ChooseAsync(page, "[data-testid=edit-policy]");
        await AssertFocusAsync(page, "[role=dialog] *");
        await page.Keyboard.PressAsync("Escape");
        await AssertFocusAsync(page, "[data-testid=more] button");

        // A switch that first asks for confirmation.
        await page.Locator("[data-testid=sync-switch]").First.FocusAsync();
        await page.Keyboard.PressAsync("Space");
        await AssertFocusAsync(page, "[role=dialog] *");
        await page.Keyboard.PressAsync("Escape");
        await AssertFocusAsync(page, "[data-testid=sync-switch]");
        await Expect(page.Locator("[data-testid=sync-switch]").First).ToBeCheckedAsync();

        visitor.AssertNoErrors();
    }

    [BrowserFact]
    public async Task Account_and_notices_open_by_keyboard_and_give_the_focus_back()
    {
        var id = await browsed.SyncAsync("Told.csv");
        await using (var db = await browsed.Spotter.OpenDatabaseAsync())
        {
            var user = await db.Users.SingleAsync();
            db.SyncEvents.Add(new SyncEvent
            {
                UserId = user.Id,
                PlaylistId = id,
                Type = SyncEventType.Failed,
                Provider = "navidrome",
                OperationId = Guid.NewGuid(),
                At = DateTimeOffset.UnixEpoch,
                Message = new Fact.SaidBefore("It did not work."),
            });
            await db.SaveChangesAsync();
        }

        await using var visitor = await chromium.OpenAsync(browsed.Spotter.Address);
        var page = visitor.Page;
        await visitor.SignInAsync();

        await PressAsync(page, "[data-testid=user-menu]");
        await AssertFocusAsync(page, "[data-testid=user-menu-panel] *");
        await page.Keyboard.PressAsync("Escape");
        await AssertFocusAsync(page, "[data-testid=user-menu]");

        await PressAsync(page, "[data-testid=notices]");
        await AssertFocusAsync(page, "[data-testid=notice]");
        await Expect(page.GetByTestId("notice").First).ToContainTextAsync("Told");
        await Expect(page.Locator(".sp-unseen")).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("Escape");
        await AssertFocusAsync(page, "[data-testid=notices]");
        await page.Keyboard.PressAsync("Enter");
        await AssertFocusAsync(page, "[data-testid=notice]");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page).ToHaveURLAsync(new Regex($"/playlists/{id}$"));
        await AssertFocusAsync(page, "h1");
        await Expect(page.GetByTestId("notices-panel")).ToBeHiddenAsync();
        visitor.AssertNoErrors();
    }

    [BrowserFact]
    public async Task What_is_missing_is_worked_off_by_letters_which_one_can_look_up()
    {
        await browsed.SyncAsync("Letters.csv", "Title,Artist,Album\nFirst Light,Amber Echo,Morning\nAnywhere One,Nobody At All,\nAnywhere Two,Nobody At All,\n");
        await using var visitor = await chromium.OpenAsync(browsed.Spotter.Address);
        var page = visitor.Page;
        await visitor.SignInAsync();
        await page.GotoAsync("missing");
        await page.Locator("[aria-label='Find Anywhere Two']").WaitForAsync();

        for (var i = 0; i < 10 && !await page.EvaluateAsync<bool>(FocusIsIn, "[aria-label='Find Anywhere One']"); i++)
        {
            await page.Keyboard.PressAsync("j");
        }

        await page.Keyboard.PressAsync("x");
        await Expect(page.Locator("[aria-label='Find Anywhere One']")).ToHaveCountAsync(0);
        await AssertFocusAsync(page, "[data-testid=missing-track] button");
        await page.Keyboard.PressAsync("Shift+?");
        await AssertFocusAsync(page, "[role=dialog] *");
        await Expect(page.Locator("[role=dialog]")).ToContainTextAsync("never match it");
        await page.Keyboard.PressAsync("Escape");
        await AssertFocusAsync(page, "[data-testid=missing-track] button");
        visitor.AssertNoErrors();
    }

    [BrowserFact]
    public async Task At_every_width_each_page_has_a_name_and_the_pile_is_worked_off_by_keys()
    {
        await browsed.SyncAsync("Pile.csv", "Title,Artist,Album,Duration\nFirst Light (Live),Amber Echo,Morning,3:00\nSecond Wind (Live),Amber Echo,Morning,3:10\n");
        await using var visitor = await chromium.OpenAsync(browsed.Spotter.Address);
        var page = visitor.Page;
        await visitor.SignInAsync();
        foreach (var (width, height) in new[] { (1440, 900), (768, 1024), (390, 844) })
        {
            await page.SetViewportSizeAsync(width, height);
            await page.GotoAsync("review");
            var items = page.GetByTestId("review-item");
            await items.Nth(1).WaitForAsync();

            // In the rail, the name of an icon appears with the focus.
            var unnamed = await page.EvaluateAsync<string[]>("""
                () => [...document.querySelectorAll('.sp-rail .sp-nav')].filter(entry => entry.checkVisibility()).filter(entry => {
                    entry.focus({ focusVisible: true });
                    const name = entry.querySelector('span:not(.sp-nav-count)').getBoundingClientRect();
                    return name.width < 16 || name.height < 8 || name.left < 0 || name.right > innerWidth || name.bottom > innerHeight;
                }).map(entry => entry.innerText)
                """);
            Assert.True(unnamed.Length == 0, $"{width}: {string.Join(", ", unnamed)}");

            await page.GetByTestId("review").FocusAsync();
            await Expect(items.First).ToHaveAttributeAsync("aria-current", "true");
            await page.Keyboard.PressAsync("j");
            await Expect(items.Nth(1)).ToHaveAttributeAsync("aria-current", "true");
            await Expect(items.Nth(1)).ToBeInViewportAsync();
            var left = await items.CountAsync();
            await page.Keyboard.PressAsync("x");
            await Expect(items).ToHaveCountAsync(left - 1);
            await page.Keyboard.PressAsync("u");
            await Expect(items).ToHaveCountAsync(left);
        }

        // On a phone, five pages have an entry, and the others are behind one more.
        await Expect(page.Locator(".sp-rail li:visible")).ToHaveCountAsync(6);
        await PressAsync(page, "[data-testid=nav-more]");
        await AssertFocusAsync(page, "[data-testid=nav-more-panel] a");
        await page.Keyboard.PressAsync("Escape");
        await AssertFocusAsync(page, "[data-testid=nav-more]");
        await page.Keyboard.PressAsync("Enter");
        await page.GetByTestId("nav-more-panel").GetByText("Settings").ClickAsync();
        await page.GetByTestId("server-settings").WaitForAsync();
        await Expect(page.GetByTestId("nav-more-panel")).ToBeHiddenAsync();

        // The browser offers to install it.
        var wire = await page.Context.NewCDPSessionAsync(page);
        var manifest = (await wire.SendAsync("Page.getAppManifest"))!.Value;
        Assert.Empty(manifest.GetProperty("errors").EnumerateArray());
        Assert.Contains("\"start_url\"", manifest.GetProperty("data").GetString(), StringComparison.Ordinal);
        visitor.AssertNoErrors();
    }

    [BrowserFact]
    public async Task The_search_offers_places_loses_no_letter_and_does_something_with_every_hit()
    {
        var id = await browsed.SyncAsync("Searched.csv");
        await using var visitor = await chromium.OpenAsync(browsed.Spotter.Address);
        var page = visitor.Page;
        await visitor.SignInAsync();
        var hits = page.GetByTestId("search-hit");

        await page.Keyboard.PressAsync("Control+k");
        await AssertFocusAsync(page, "[data-testid=search-input]");
        await Expect(hits.Filter(new() { HasText = "Searched" })).ToHaveCountAsync(1);
        await Expect(hits.Filter(new() { HasText = "Sync all playlists" })).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.TypeAsync("First Light");
        await Expect(page.GetByTestId("search-input")).ToHaveValueAsync("First Light");
        await Expect(hits).ToHaveCountAsync(1);

        // Choosing a song shows the playlists that contain it and its page on the server.
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByTestId("search-song")).ToContainTextAsync("Amber Echo");
        await Expect(hits.Last).ToContainTextAsync("Open in Navidrome");
        await hits.Filter(new() { HasText = "Searched" }).ClickAsync();
        await Expect(page).ToHaveURLAsync(new Regex($@"/playlists/{id}\?q=First%20Light$"));

        // A page and an action.
        await page.Keyboard.PressAsync("Control+k");
        await page.GetByTestId("search-input").FillAsync("import");
        await Expect(hits).ToHaveCountAsync(1);
        await page.Keyboard.PressAsync("Enter");
        await page.GetByTestId("import-input").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        visitor.AssertNoErrors();
    }

    private static IEnumerable<(string Path, string Marker)> Pages(int playlist) =>
    [
        ("", "[data-testid=playlist]"),
        ($"playlists/{playlist}", "[data-testid=report-row]"),
        ($"playlists/{playlist}?tab=history", "[data-testid=history-line]"),
        ("review", "[data-testid=review-item]"),
        ("review?by=kind", "[data-testid=review-group]"),
        ("review/decisions", "[data-testid=decision]"),
        ("missing", "[data-testid=missing-track]"),
        ("sources", "[data-testid=files-card]"),
        ("mixtapes", "[data-testid=mixtapes-off]"),
        ("activity", "[data-testid=activity-line]"),
        ("settings", "[data-testid=server-settings]"),
    ];

    private static IEnumerable<(string Path, string[] Opener, string Marker)> Dialogs(int playlist) =>
    [
        ("", ["[data-testid=user-menu]"], "[data-testid=sign-out]"),
        ("", ["[data-testid=notices]"], "[data-testid=notices-panel]"),
        ("", ["[data-testid=open-search]"], "[data-testid=search-input]"),
        ("review?by=kind", ["[data-testid=use-best]"], "[data-testid=best-choice]"),
        ("review/decisions", ["[data-testid=import-decisions]"], "[data-testid=decisions-input]"),
        ("sources", ["[data-testid=import]"], "[data-testid=import-input]"),
        ($"playlists/{playlist}", ["[data-testid=rename]"], "[data-testid=name]"),
        ($"playlists/{playlist}", ["[data-testid=preview]"], "[data-testid=preview-added]"),
        ($"playlists/{playlist}", ["[data-testid=report-row] .sp-act"], "[data-testid=source-track]"),
        ($"playlists/{playlist}", ["[data-testid=more] button", "[data-testid=pair]"], "[role=dialog] .mud-dialog-actions"),
        ($"playlists/{playlist}", ["[data-testid=more] button", "[data-testid=edit-policy]"], "[role=dialog] .mud-dialog-actions"),
        ($"playlists/{playlist}", ["[data-testid=more] button", "[data-testid=allowances]"], "[data-testid=allow-RadioEdit]"),
    ];

    /// <summary>Keys of rows (data-key) that the list behind "?" does not name.</summary>
    private static async Task<IEnumerable<string>> FindUntoldKeysAsync(IPage page, string path)
    {
        var keys = await page.EvaluateAsync<string[]>("() => [...new Set([...document.querySelectorAll('[data-key]')].map(button => button.dataset.key.toUpperCase()))]");
        if (keys.Length == 0)
        {
            return [];
        }

        await page.Keyboard.PressAsync("Shift+?");
        await page.Locator("[role=dialog] kbd").First.WaitForAsync();
        var told = await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('[role=dialog] kbd')].map(key => key.innerText)");
        await AssertFocusAsync(page, "[role=dialog] *");
        await page.Keyboard.PressAsync("Escape");
        await Expect(page.Locator("[role=dialog]")).ToHaveCountAsync(0);
        return keys.Except(told).Select(key => $"{path}: the list of keys lacks {key}");
    }

    /// <summary>Chooses an entry of the menu that has just opened, with the focus on its first entry.</summary>
    private static async Task ChooseAsync(IPage page, string entry)
    {
        await AssertFocusAsync(page, "[role=menuitem]");
        for (var i = 0; i < 10 && !await page.EvaluateAsync<bool>(FocusIsIn, entry); i++)
        {
            var before = await page.EvaluateHandleAsync("() => document.activeElement");
            await page.Keyboard.PressAsync("ArrowDown");
            await page.WaitForFunctionAsync("before => document.activeElement !== before", before);
        }

        await page.Keyboard.PressAsync("Enter");
    }

    // In one step: a page that has just loaded moves the focus to its heading.
    private static Task PressAsync(IPage page, string selector) => page.Locator(selector).First.PressAsync("Enter");

    private static Task AssertFocusAsync(IPage page, string selector) => page.WaitForFunctionAsync(FocusIsIn, selector);
}
