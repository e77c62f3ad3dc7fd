using System.Net;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Spotter.Tests.Support;
using Spotter.Tests.Support.Browsing;
using Spotter.Tests.Support.Peers;

namespace Spotter.Tests.Web.Access;

/// <summary>What only a browser can show: that the security headers do not block our own pages, and that a session ends.</summary>
[Collection(Chromium.Collection)]
public sealed class BrowserSessionTests(Chromium chromium, DemoApp app) : IClassFixture<DemoApp>
{
    [BrowserFact]
    public async Task A_session_begins_with_the_form_and_ends_with_the_form_behind_the_menu()
    {
        await using var visitor = await chromium.OpenAsync(app.Spotter.Address);
        await SignInAsync(visitor.Page, "demo");
        using var thief = await CopyCookiesAsync(visitor.Page);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(thief));
        await visitor.Page.Locator("#sign-out").EvaluateAsync("form => form.requestSubmit()");
        // Both the answer to the form and the page itself, which hears that its session has ended and adds the way back, lead there. Either
        // may come first.
        await Assertions.Expect(visitor.Page).ToHaveURLAsync(new Regex("/sign-in($|[?])"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(thief));
        await visitor.Page.GotoAsync("/activity");
        await Assertions.Expect(visitor.Page).ToHaveURLAsync(new Regex("/sign-in[?]"));
        visitor.AssertNoErrors();
        app.Spotter.Log.AssertQuiet();
    }

    [BrowserFact]
    public async Task The_jobs_dashboard_works_under_our_content_security_policy()
    {
        await using var visitor = await chromium.OpenAsync(app.Spotter.Address);
        await SignInAsync(visitor.Page, "demo");
        await visitor.Page.GotoAsync("/hangfire/recurring");
        await Assertions.Expect(visitor.Page.GetByText("sync-all-enabled")).ToBeVisibleAsync();
        // Which row comes last depends on the time of day.
        await visitor.Page.Locator("tr", new() { HasText = "sync-all-enabled" }).Locator("input[type=checkbox]").CheckAsync();

        // The dashboard reloads itself after the click; a reload of ours must not interfere.
        await visitor.Page.EvaluateAsync("() => { window.isBeforeReload = true; }");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Trigger now" }).ClickAsync();
        await visitor.Page.WaitForFunctionAsync("() => !window.isBeforeReload && document.readyState === 'complete'");
        await Eventually.GetAsync("the job has succeeded", async () =>
        {
            await visitor.Page.ReloadAsync();
            return await visitor.Page.Locator("tr", new() { HasText = "sync-all-enabled" }).GetByRole(AriaRole.Link).CountAsync() > 0 ? "yes" : null;
        });
        await visitor.Page.GotoAsync("/hangfire/jobs/succeeded");
        await Assertions.Expect(visitor.Page.GetByText("Sync all enabled playlists").First).ToBeVisibleAsync();
        visitor.AssertNoErrors();
    }

    [BrowserFact]
    public async Task Whoever_is_no_administrator_is_told_so_at_the_jobs_dashboard()
    {
        await using var visitor = await chromium.OpenAsync(app.Spotter.Address);
        await SignInAsync(visitor.Page, "guest");
        await visitor.Page.GotoAsync("/hangfire");
        await Assertions.Expect(visitor.Page.GetByText("This is for administrators")).ToBeVisibleAsync();
        visitor.AssertNoErrors();
    }

    [BrowserFact]
    public async Task Signing_out_everywhere_takes_the_open_pages_of_every_browser_away_and_what_they_still_send_is_not_heard()
    {
        await using var here = await chromium.OpenAsync(app.Spotter.Address);
        await using var there = await chromium.OpenAsync(app.Spotter.Address);
        await using var somebodyElse = await chromium.OpenAsync(app.Spotter.Address);
        await SignInAsync(there.Page, "demo");
        await SignInAsync(somebodyElse.Page, "guest");
        await SignInAsync(here.Page, "demo");
        await here.Page.GotoAsync("/settings");
        await Assertions.Expect(here.Page.GetByTestId("this-session")).ToHaveCountAsync(1);

        await here.Page.GetByTestId("end-all-sessions").ClickAsync();
        await here.Page.GetByTestId("confirm").ClickAsync();

        foreach (var page in (IPage[])[here.Page, there.Page])
        {
            await Assertions.Expect(page.GetByTestId("signed-out")).ToBeVisibleAsync();
            await Assertions.Expect(page.GetByTestId("frame")).ToHaveCountAsync(0);
        }

        await Assertions.Expect(somebodyElse.Page.GetByTestId("frame")).ToBeVisibleAsync();
        await there.KeepScreenshotsAsync("signed-out");
        await there.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Assertions.Expect(there.Page).ToHaveURLAsync(new Regex("/sign-in[?]"));
        here.AssertNoErrors();
        there.AssertNoErrors();
        app.Spotter.Log.AssertQuiet();
    }

    [BrowserFact]
    public async Task One_session_is_ended_from_another()
    {
        await using var here = await chromium.OpenAsync(app.Spotter.Address);
        await using var there = await chromium.OpenAsync(app.Spotter.Address);
        await SignInAsync(here.Page, "guest");
        await here.Page.GotoAsync("/settings");
        await Assertions.Expect(here.Page.GetByTestId("this-session")).ToBeVisibleAsync();
        var before = await here.Page.GetByTestId("session").CountAsync();
        await SignInAsync(there.Page, "guest");
        await Assertions.Expect(here.Page.GetByTestId("session")).ToHaveCountAsync(before + 1);

        await here.Page.SetViewportSizeAsync(390, 844);
        await here.Page.GetByTestId("sessions").ScreenshotAsync(new LocatorScreenshotOptions { Path = Path.Combine(Repository.Root, "artifacts", "screenshots", "sessions-dark-phone.png") });

        await here.Page.GetByTestId("end-session").First.ClickAsync();

        await Assertions.Expect(there.Page.GetByTestId("signed-out")).ToBeVisibleAsync();
        await Assertions.Expect(here.Page.GetByTestId("session")).ToHaveCountAsync(before);
        await Assertions.Expect(here.Page.GetByTestId("frame")).ToBeVisibleAsync();
    }

    private static async Task<HttpClient> CopyCookiesAsync(IPage page)
    {
        var cookies = await page.Context.CookiesAsync();
        var thief = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = new Uri(page.Url) };
        thief.DefaultRequestHeaders.Add("Cookie", string.Join("; ", cookies.Select(cookie => $"{cookie.Name}={cookie.Value}")));
        return thief;
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient http)
    {
        using var answer = await http.GetAsync(new Uri("/api/playlists", UriKind.Relative));
        return answer.StatusCode;
    }

    private static async Task SignInAsync(IPage page, string user)
    {
        await page.GotoAsync("/activity");
        await page.GetByLabel("User name").FillAsync(user);
        await page.GetByLabel("Password").FillAsync(user);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/activity($|[?])"));
        await Assertions.Expect(page.GetByTestId("user-menu")).ToBeVisibleAsync();
    }
}
