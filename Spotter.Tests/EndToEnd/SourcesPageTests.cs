using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Spotter.Core.Playlists.Stored;
using Spotter.Tests.Support;
using Spotter.Tests.Support.Browsing;
using Spotter.Tests.Support.Peers;
using Spotter.Tests.Support.Sources;
using static Microsoft.Playwright.Assertions;

namespace Spotter.Tests.EndToEnd;

/// <summary>The flow that all sources share, in a browser: connect, browse, choose, read again, fail, recover, disconnect.</summary>
[Collection(Chromium.Collection)]
public sealed class SourcesPageTests(Chromium chromium)
{
    [BrowserFact]
    public async Task A_service_is_connected_chosen_from_read_again_mended_and_disconnected()
    {
        await using var service = await ListenBrainzDouble.StartAsync();
        var trip = Add(service, 1, "Road trip", 0, 1, 2);
        Add(service, 2, "Sunday morning with a name that is longer than any card is wide, and then some more", 3);
        service.Lists.Add(new ListenBrainzList(ListenBrainzDouble.ListId(3), "Weekly Jams for ann, week of 2026-03-02 Mon") { IsCreatedFor = true, Patch = "weekly-jams" });
        await using var app = SpotterApp.StartDemo(new() { ["Sources:ListenBrainz:BaseUrl"] = service.Address.AbsoluteUri });
        await using var visitor = await chromium.OpenAsync(app.Address);
        var page = visitor.Page;
        var faults = new List<string>();
        await visitor.SignInAsync();
        await app.FollowTheSystemsThemeAsync();
        await page.GotoAsync("sources");
        await page.GetByTestId("services-card").WaitForAsync();
        await LookAsync(visitor, "sources-none", faults);

        // The form refuses an unknown user name.
        await page.GetByTestId("connect-listenbrainz").ClickAsync();
        await page.GetByTestId("field-user").FillAsync("nobody");
        await page.GetByTestId("connect").ClickAsync();
        await Expect(page.GetByTestId("connect-problem")).ToContainTextAsync("knows no user 'nobody'");
        await LookAsync(visitor, "sources-connect", faults);
        faults.AddRange(await TabWalk.FindFaultsAsync(page, "sources-connect"));

        // The right name leads to the list of playlists.
        await page.GetByTestId("field-user").FillAsync("ann");
        await page.GetByTestId("field-token").FillAsync("ann-token");
        await page.GetByTestId("connect").ClickAsync();
        await Expect(page.GetByTestId("offer")).ToHaveCountAsync(3);
        await page.GetByTestId("browse-search").FillAsync("road");
        await Expect(page.GetByTestId("offer")).ToHaveCountAsync(1);
        await page.GetByTestId("offer").GetByRole(AriaRole.Checkbox).ClickAsync();
        await page.GetByTestId("browse-search").FillAsync("");
        await Expect(page.GetByTestId("offer")).ToHaveCountAsync(3);
        await LookAsync(visitor, "sources-browse", faults);
        faults.AddRange(await TabWalk.FindFaultsAsync(page, "sources-browse"));
        await page.GetByTestId("browse-add").ClickAsync();
        await Expect(page.GetByTestId("followed")).ToHaveCountAsync(1);
        await Expect(page.GetByTestId("connection-state")).ToHaveTextAsync("Connected");

        using var script = new ScriptUser(app.Address, "demo", "demo");
        var id = await PlaylistIdAsync(app, trip.Mbid);
        Assert.Equal("success", (await script.SettledAsync(id)).Status);

        // A change at the source arrives here.
        trip.Edit(Listening.AtListenBrainz(4, 0, 1, 2, 5));
        await page.GetByTestId("connection-refresh").ClickAsync();
        await Expect(page.GetByTestId("followed").First).ToContainTextAsync("5");

        // The page shows what was read before the sync that follows has even begun.
        await Eventually.HoldsAsync("the change is synced", async () => await script.StateAsync(id) is { Status: "success", MatchedTrackCount: 5, TotalTrackCount: 5 });
        await LookAsync(visitor, "sources-connected", faults);

        // A public link to another user's playlist.
        var shared = Add(service, 9, "Shared by Bo", 0, 5);
        await page.GetByTestId("connect-link").ClickAsync();
        await page.GetByTestId("link").FillAsync("https://open.spotify.com/playlist/37i9dQZF1DXcBWIGoYBM5M");
        await page.GetByTestId("link-look").ClickAsync();
        await Expect(page.GetByTestId("link-problem")).ToContainTextAsync("Exportify");
        await page.GetByTestId("link").FillAsync($"https://listenbrainz.org/playlist/{shared.Mbid}/");
        await page.GetByTestId("link-look").ClickAsync();
        await Expect(page.GetByTestId("link-found")).ToContainTextAsync("Shared by Bo · 2 tracks");
        await LookAsync(visitor, "sources-link", faults);
        faults.AddRange(await TabWalk.FindFaultsAsync(page, "sources-link"));
        await page.GetByTestId("link-add").ClickAsync();
        await Expect(page.GetByTestId("connection")).ToHaveCountAsync(2);
        await Expect(page.GetByTestId("followed")).ToHaveCountAsync(2);

        // Asked too often: the card says when it continues, and nothing is lost.
        service.Fail("/1/user", 429, retryAfter: TimeSpan.FromHours(4));
        await page.GetByTestId("connection-refresh").First.ClickAsync();
        await Expect(page.GetByTestId("connection-problem")).ToHaveTextAsync("ListenBrainz asks Spotter to wait before it asks again.");
        await Expect(page.GetByTestId("connection-next").First).ToHaveTextAsync("in 4 h");
        await LookAsync(visitor, "sources-waiting", faults);
        await EndWaitAsync(app);

        // The token is revoked. The connection waits for its user, and continues once they have entered a new one.
        service.Tokens.Clear();
        await page.GetByTestId("connection-more").First.ClickAsync();
        await page.GetByTestId("connection-test").ClickAsync();
        await Expect(page.GetByTestId("connection-state").First).ToHaveTextAsync("Action needed");
        await Expect(page.GetByTestId("connection-next").First).ToHaveTextAsync("When you have signed in again");
        await LookAsync(visitor, "sources-needs-you", faults);
        service.Tokens["new-token"] = "ann";
        await page.GetByTestId("connection-sign-in").ClickAsync();
        await Expect(page.GetByTestId("field-user")).ToHaveValueAsync("ann");
        await Expect(page.GetByTestId("field-token")).ToHaveValueAsync("");
        await page.GetByTestId("field-token").FillAsync("new-token");
        await page.GetByTestId("connect").ClickAsync();
        await Expect(page.GetByTestId("connection-state").First).ToHaveTextAsync("Connected");

        // After disconnecting, the playlists stay.
        await page.GetByTestId("connection-more").First.ClickAsync();
        await page.GetByTestId("connection-disconnect").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Its playlist stays in Spotter");
        await page.GetByTestId("confirm").ClickAsync();
        await Expect(page.GetByTestId("connection")).ToHaveCountAsync(1);
        Assert.Equal("success", (await script.StateAsync(id)).Status);

        Assert.True(faults.Count == 0, string.Join("\n\n", faults.Distinct()));
        visitor.AssertNoErrors();
        app.Log.AssertQuiet();
    }

    private static ListenBrainzList Add(ListenBrainzDouble service, int number, string title, params int[] songs)
    {
        var list = new ListenBrainzList(ListenBrainzDouble.ListId(number), title) { User = number == 9 ? "bo" : "ann" };
        list.Edit(Listening.AtListenBrainz(songs));
        service.Lists.Add(list);
        return list;
    }

    private static async Task<int> PlaylistIdAsync(SpotterApp app, string remoteId)
    {
        await using var db = await app.OpenDatabaseAsync();
        return await db.Playlists.Where(p => p.RemoteId == remoteId).Select(p => p.Id).SingleAsync();
    }

    // Ends the wait, as if hours had passed.
    private static async Task EndWaitAsync(SpotterApp app)
    {
        var gate = Microsoft.Extensions.DependencyInjection.ServiceProviderKeyedServiceExtensions
            .GetRequiredKeyedService<Spotter.Core.Providers.Http.ServiceGate>(app.Services, "listenbrainz");
        await gate.EndPauseAsync(default);
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
