using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Spotter.Core.Accounts;
using Spotter.Core.Events;
using Spotter.Core.Facts;
using Spotter.Navidrome.Demo;
using Spotter.Tests.Support;
using Spotter.Tests.Support.Browsing;
using Spotter.Tests.Support.Peers;
using static Microsoft.Playwright.Assertions;

namespace Spotter.Tests.EndToEnd;

/// <summary>A toast must not cover what the user is about to click.</summary>
[Collection(Chromium.Collection)]
public sealed class ToastTests(Chromium chromium)
{
    private const string Long = "None of your playlists is there, and 0 of 1,254 known songs are. Nothing is changed until you say on the playlists page what to do";

    /// <summary>The buttons that something else covers, in the middle or near a corner.</summary>
    private const string Covered = """
        selector => document.querySelector('.mud-snackbar') === null ? ['no toast'] : [...document.querySelectorAll(selector)].filter(button => {
            const box = button.getBoundingClientRect();
            return box.width > 0 && [[0.5, 0.5], [0.1, 0.2], [0.9, 0.2], [0.1, 0.8], [0.9, 0.8]].some(([x, y]) => {
                const top = document.elementFromPoint(box.left + x * box.width, box.top + y * box.height);
                return top !== null && top !== button && !button.contains(top);
            });
        }).map(button => button.innerText)
        """;

    private int _told;

    [BrowserFact]
    public async Task A_toast_covers_no_act_of_a_dialog_nor_the_way_to_another_page()
    {
        await using var server = await DemoServer.StartAsync();
        await using var app = SpotterApp.StartWith(new Uri(server.BaseUrl));
        using var script = new ScriptUser(app.Address, "demo", "demo");
        var song = server.Library.Songs[0];
        var id = await script.ImportAsync("Walks.csv", $"Title,Artist\n{song.Title},{song.ArtistLine}\n");
        await script.SetSyncAsync(id, enabled: true);
        Assert.Equal("success", (await script.SettledAsync(id)).Status);
        await using var visitor = await chromium.OpenAsync(app.Address);
        var page = visitor.Page;
        await visitor.SignInAsync();
        await app.FollowTheSystemsThemeAsync();
        foreach (var (what, width, height) in ((string, int, int)[])[("a phone on its side", 844, 390), ("a desk", 1440, 900), ("a phone", 390, 844)])
        {
            await page.SetViewportSizeAsync(width, height);
            await page.GotoAsync($"playlists/{id}");
            await Expect(page.Locator(".sp-playlist-acts .sp-switch input")).ToBeCheckedAsync();
            await TellAsync(app, page);
            Assert.True(await page.EvaluateAsync<string[]>(Covered, ".sp-nav") is [], $"{what}: the navigation is covered");

            await page.Locator(".sp-playlist-acts .sp-switch").ClickAsync();
            await Expect(page.GetByTestId("confirm")).ToBeVisibleAsync();
            await TellAsync(app, page);
            var covered = await page.EvaluateAsync<string[]>(Covered, ".mud-dialog-actions button");
            Assert.True(covered is [], $"{what}: {string.Join(", ", covered)}");
            if (height == 844)
            {
                await visitor.KeepScreenshotsAsync("toast-over-dialog");
            }
        }

        visitor.AssertNoErrors();
    }

    /// <summary>Shows three toasts at once and waits until one is visible.</summary>
    private async Task TellAsync(SpotterApp app, IPage page)
    {
        await using var db = await app.OpenDatabaseAsync();
        var user = await db.Users.SingleAsync();
        for (var i = 0; i < 3; i++)
        {
            app.Services.GetRequiredService<EventBus>().Publish(new Notification(user.Id, NotificationSeverity.Warning, new Fact.SaidBefore($"{Long} ({++_told}).")));
        }

        await Expect(page.Locator(".mud-snackbar").First).ToBeVisibleAsync();
    }
}
