using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Spotter.Core.Playlists.Stored;
using Spotter.Tests.Support;
using Spotter.Tests.Support.Browsing;
using Spotter.Tests.Support.Peers;
using Spotter.Tests.Support.Sources;
using static Microsoft.Playwright.Assertions;

namespace Spotter.Tests.EndToEnd;

/// <summary>Signing in at Spotify's own page, in a browser: refuse, return with a wrong state, agree, expire, sign in again, paste the
/// address.</summary>
[Collection(Chromium.Collection)]
public sealed class SpotifySignInTests(Chromium chromium)
{
    [BrowserFact]
    public async Task Spotify_is_connected_by_its_own_page_and_mended_when_the_sign_in_has_ended()
    {
        await using var service = await SpotifyDouble.StartAsync();
        var list = new SpotifyList("p1", "Evening");
        list.Edit(Enumerable.Range(0, 3).Select(Listening.AtSpotify));
        service.Lists.AddRange([list, new SpotifyList("p2", "Today's hits", "spotify")]);
        await using var app = SpotterApp.StartDemo(new()
        {
            ["Sources:Spotify:BaseUrl"] = service.Address.AbsoluteUri, ["Sources:Spotify:AccountsUrl"] = service.Address.AbsoluteUri,
        });
        service.Redirects.Add(new Uri(app.Address, "/sources/spotify/callback").AbsoluteUri);
        await using var visitor = await chromium.OpenAsync(app.Address);
        var page = visitor.Page;
        await visitor.SignInAsync();
        await app.FollowTheSystemsThemeAsync();

        // The dialog shows the exact address to register. A user who refuses learns that nothing happened.
        await page.GotoAsync("sources");
        await page.GetByTestId("connect-spotify").ClickAsync();
        await Expect(page.GetByTestId("redirect")).ToHaveTextAsync(service.Redirects.Single());
        await Expect(page.GetByTestId("connect-steps").GetByRole(AriaRole.Listitem)).ToHaveCountAsync(3);
        await Expect(page.GetByTestId("open-dashboard")).ToHaveAttributeAsync("href", "https://developer.spotify.com/dashboard");
        await Expect(page.GetByTestId("copy-redirect")).ToHaveAttributeAsync("data-copy", service.Redirects.Single());
        await visitor.KeepScreenshotsAsync("sources-spotify");
        await page.SetViewportSizeAsync(1440, 900);
        await LeaveAsync(page, "refuse");
        await Expect(page.GetByTestId("sign-in-problem")).ToHaveTextAsync("You did not agree at Spotify. Nothing was connected.");

        // A forged state opens nothing.
        service.WrongState = "forged";
        await page.GetByTestId("connect-spotify").ClickAsync();
        await LeaveAsync(page, "agree");
        await Expect(page.GetByTestId("sign-in-problem")).ToContainTextAsync("was not started here");
        Assert.DoesNotContain(service.Requests, request => request.StartsWith("POST", StringComparison.Ordinal));
        service.WrongState = null;

        // A user who agrees comes back to the list of playlists.
        await page.GetByTestId("connect-spotify").ClickAsync();
        await LeaveAsync(page, "agree");
        await Expect(page.GetByTestId("offer")).ToHaveCountAsync(3);
        await Expect(page.GetByTestId("offer").Filter(new() { HasText = "Today's hits" }).GetByRole(AriaRole.Checkbox)).ToBeDisabledAsync();
        await visitor.KeepScreenshotsAsync("sources-spotify-browse");
        await page.SetViewportSizeAsync(1440, 900);
        await page.GetByTestId("offer").Filter(new() { HasText = "Evening" }).GetByRole(AriaRole.Checkbox).ClickAsync();
        await page.GetByTestId("browse-add").ClickAsync();
        await Expect(page.GetByTestId("followed")).ToHaveCountAsync(1);
        await Expect(page.GetByTestId("sign-in-ends")).ToContainTextAsync("more days");
        using var script = new ScriptUser(app.Address, "demo", "demo");
        int id;
        await using (var db = await app.OpenDatabaseAsync())
        {
            id = await db.Playlists.Where(p => p.RemoteId == "p1").Select(p => p.Id).SingleAsync();
        }

        Assert.Equal(("success", 3), ((await script.SettledAsync(id)).Status, (await script.StateAsync(id)).MatchedTrackCount));

        // The sign-in expires: the card says so and waits. With the pasted address it continues.
        service.EndSignIns();
        await page.GetByTestId("connection-refresh").ClickAsync();
        await Expect(page.GetByTestId("connection-state")).ToHaveTextAsync("Action needed");
        await Expect(page.GetByTestId("connection-problem")).ToContainTextAsync("six months");
        await page.GetByTestId("connection-sign-in").ClickAsync();
        await Expect(page.GetByTestId("field-clientId")).ToHaveValueAsync(SpotifyDouble.ClientId);
        await page.GetByTestId("connect").ClickAsync();
        var address = await page.GetByTestId("leave").GetAttributeAsync("href");
        await visitor.KeepScreenshotsAsync("sources-spotify-leave");
        await page.SetViewportSizeAsync(1440, 900);
        await page.GetByTestId("paste").FillAsync(await AgreeElsewhereAsync(address!));
        await page.GetByTestId("connect").ClickAsync();
        await Expect(page.GetByTestId("connection-state")).ToHaveTextAsync("Connected");

        // It follows what has changed in the meantime.
        list.Edit(list.Rows.Append(Listening.AtSpotify(3)));
        await page.GetByTestId("connection-refresh").ClickAsync();
        await Eventually.HoldsAsync("the change has come", async () => (await script.StateAsync(id)) is { Status: "success", MatchedTrackCount: 4 });
        visitor.AssertNoErrors();
        app.Log.AssertQuiet();
    }

    private static async Task LeaveAsync(IPage page, string act)
    {
        await page.GetByTestId("field-clientId").FillAsync(SpotifyDouble.ClientId);
        await page.GetByTestId("connect").ClickAsync();
        await page.GetByTestId("leave").ClickAsync();
        await page.Locator($"#{act}").ClickAsync();
        await page.GetByTestId("services-card").WaitForAsync();
    }

    // The address that a browser shows if Spotter cannot be reached at the registered address.
    private static async Task<string> AgreeElsewhereAsync(string address)
    {
        using var browser = new HttpClient();
        var page = await browser.GetStringAsync(new Uri(address));
        var start = page.IndexOf("id=agree href=\"", StringComparison.Ordinal) + "id=agree href=\"".Length;
        return System.Net.WebUtility.HtmlDecode(page[start..page.IndexOf('"', start)]);
    }
}
