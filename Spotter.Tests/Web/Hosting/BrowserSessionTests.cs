using Microsoft.Playwright;
using Spotter.Tests.Support;
using Spotter.Tests.Support.Browsing;
using Spotter.Tests.Support.Peers;

namespace Spotter.Tests.Web.Hosting;

/// <summary>What only a browser can tell: that the security headers let everything of ours work, and that a session ends.</summary>
[Collection(Chromium.Collection)]
public sealed class BrowserSessionTests(Chromium chromium, DemoApp app) : IClassFixture<DemoApp>
{
    [BrowserFact]
    public async Task A_session_begins_with_the_form_and_ends_with_the_form_behind_the_menu()
    {
        await using var visitor = await chromium.OpenAsync(app.Spotter.Address);
        await SignInAsync(visitor.Page, "demo");
        await visitor.Page.Locator("#sign-out").EvaluateAsync("form => form.requestSubmit()");
        await visitor.Page.WaitForURLAsync("**/sign-in");
        await visitor.Page.GotoAsync("/activity");
        await visitor.Page.WaitForURLAsync("**/sign-in?**");
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
        await visitor.Page.Locator("input[type=checkbox]").Last.CheckAsync();

        // The dashboard answers the click by reloading itself, which a reload of ours must not cross.
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

    private static async Task SignInAsync(IPage page, string user)
    {
        await page.GotoAsync("/activity");
        await page.GetByLabel("User name").FillAsync(user);
        await page.GetByLabel("Password").FillAsync(user);
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await page.WaitForURLAsync(address => new Uri(address).AbsolutePath == "/activity");
        await Assertions.Expect(page.GetByTestId("user-menu")).ToBeVisibleAsync();
    }
}
