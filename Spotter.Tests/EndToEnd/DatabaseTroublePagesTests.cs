using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Spotter.Core.Persistence;
using Spotter.Tests.Support;
using Spotter.Tests.Support.Browsing;
using Spotter.Tests.Support.Peers;
using static Microsoft.Playwright.Assertions;

namespace Spotter.Tests.EndToEnd;

/// <summary>In a browser, with a database that refuses writes: the sentence appears on a page and over a dialog, and everything continues
/// after the repair.</summary>
[Collection(Chromium.Collection)]
public sealed class DatabaseTroublePagesTests(Chromium chromium)
{
    [BrowserFact]
    public async Task A_click_on_a_page_and_one_in_a_dialog_are_told_and_work_when_they_are_made_again()
    {
        var fault = new DatabaseFault();
        await using var app = SpotterApp.StartDemo(services: services => services.ConfigureDbContext<SpotterDbContext>(options => options.AddInterceptors(fault)));
        await using var visitor = await chromium.OpenAsync(app.Address);
        var page = visitor.Page;
        await visitor.SignInAsync();
        await app.FollowTheSystemsThemeAsync();
        await page.GotoAsync("sources");
        await page.GetByTestId("import").ClickAsync();
        await visitor.ChooseFileAsync("import-input", "Evening.csv", "Title,Artist\nNine Lives,Ada\n"u8.ToArray());
        await Expect(page.GetByTestId("import-entry")).ToHaveCountAsync(1);

        fault.Trouble = DatabaseTrouble.ReadOnly;
        await page.GetByTestId("import-confirm").ClickAsync();

        await Expect(page.GetByText(English.Of(DatabaseTrouble.ReadOnly))).ToBeVisibleAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(1);
        await visitor.KeepScreenshotsAsync("trouble-in-a-dialog");
        fault.Trouble = null;
        await page.GetByTestId("import-confirm").ClickAsync();
        await Expect(page.GetByRole(AriaRole.Dialog)).ToHaveCountAsync(0);
        await Expect(page.GetByTestId("files-card")).ToContainTextAsync("Evening");

        await page.GotoAsync("settings");
        await Expect(page.GetByTestId("sessions")).ToBeVisibleAsync();
        fault.Trouble = DatabaseTrouble.ReadOnly;
        await page.GetByText("Table", new() { Exact = true }).ClickAsync();
        await Expect(page.GetByText(English.Of(DatabaseTrouble.ReadOnly))).ToBeVisibleAsync();
        await Expect(page.GetByLabel("Tiles", new() { Exact = true })).ToBeCheckedAsync();
        fault.Trouble = null;
        await page.GetByText("Table", new() { Exact = true }).ClickAsync();
        await Expect(page.GetByLabel("Table", new() { Exact = true })).ToBeCheckedAsync();
        visitor.AssertNoErrors();
    }
}
