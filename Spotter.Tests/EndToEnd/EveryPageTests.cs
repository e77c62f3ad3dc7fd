using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Spotter.Core.Accounts;
using Spotter.Tests.Support;
using Spotter.Tests.Support.Browsing;
using Spotter.Tests.Support.Peers;

namespace Spotter.Tests.EndToEnd;

/// <summary>Every page in demo mode: checked with axe in dark and light mode, and kept as screenshots for desktop and phone.</summary>
[Collection(Chromium.Collection)]
public sealed class EveryPageTests(Chromium chromium)
{
    [BrowserFact]
    public async Task Every_page_is_accessible_and_leaves_no_error_behind()
    {
        await using var app = SpotterApp.StartDemo();
        using var script = new ScriptUser(app.Address, "demo", "demo");
        await using var visitor = await chromium.OpenAsync(app.Address);
        var faults = new List<string>();
        await visitor.Page.GotoAsync("sign-in");
        await LookAsync(visitor, "sign-in", faults);
        await visitor.SignInAsync();
        await FollowTheSystemsThemeAsync(app);

        await visitor.Page.GotoAsync("");
        await visitor.Page.GetByTestId("first-visit").WaitForAsync();
        await LookAsync(visitor, "playlists-first", faults);

        var playlists = await SyncSamplesAsync(script);
        await script.DecideAsync(playlists[0], 2, "never");
        foreach (var (name, path, marker) in Pages(playlists[0]))
        {
            await visitor.Page.GotoAsync(path);
            await visitor.Page.Locator(marker).First.WaitForAsync();
            await LookAsync(visitor, name, faults);
        }

        await visitor.Page.SetViewportSizeAsync(1440, 900);
        await visitor.Page.GotoAsync("sources");
        await visitor.Page.GetByTestId("import").ClickAsync();
        await visitor.ChooseFileAsync("import-input", "New.csv", "Title,Artist\nFirst Light,Amber Echo\n");
        await visitor.Page.GetByTestId("import-kind").WaitForAsync();
        await LookAsync(visitor, "import-dialog", faults);

        await visitor.Page.SetViewportSizeAsync(1440, 900);
        await visitor.Page.GotoAsync($"playlists/{playlists[0]}");
        await visitor.Page.Locator("[data-testid=report-row] .sp-act").First.ClickAsync();
        await visitor.Page.GetByTestId("source-track").WaitForAsync();
        await LookAsync(visitor, "fix-dialog", faults);

        await visitor.Page.SetViewportSizeAsync(1440, 900);
        await visitor.Page.GotoAsync("review?by=kind");
        await visitor.Page.GetByTestId("use-best").First.ClickAsync();
        await visitor.Page.GetByTestId("best-choice").First.WaitForAsync();
        await LookAsync(visitor, "best-dialog", faults);

        await visitor.Page.SetViewportSizeAsync(1440, 900);
        await visitor.Page.GotoAsync($"playlists/{playlists[1]}");
        await visitor.Page.GetByTestId("more").GetByRole(AriaRole.Button).ClickAsync();
        await visitor.Page.GetByTestId("allowances").ClickAsync();
        await visitor.Page.GetByTestId("allow-OtherVersion").CheckAsync();
        await LookAsync(visitor, "allowances-dialog", faults);
        await visitor.Page.GetByTestId("confirm").ClickAsync();
        await Assertions.Expect(visitor.Page.GetByTestId("allows")).ToContainTextAsync("takes other versions");
        await visitor.Page.GotoAsync("review/decisions");
        await visitor.Page.GetByTestId("allowance").WaitForAsync();
        await LookAsync(visitor, "decisions-allowances", faults);

        Assert.True(faults.Count == 0, string.Join("\n\n", faults.Distinct()));

        visitor.AssertNoErrors();
        app.Log.AssertQuiet();
    }

    private static IEnumerable<(string Name, string Path, string Marker)> Pages(int playlist) =>
    [
        ("playlists", "", "[data-testid=playlist]"),
        ("playlist", $"playlists/{playlist}", "[data-testid=report-row]"),
        ("playlist-history", $"playlists/{playlist}?tab=history", "[data-testid=history-line]"),
        ("playlist-compare", $"playlists/{playlist}?tab=compare", "[data-testid=compare-row]"),
        ("review", "review", "[data-testid=review]"),
        ("review-kinds", "review?by=kind", "[data-testid=review-group]"),
        ("decisions", "review/decisions", "[data-testid=decision]"),
        ("missing", "missing", "[data-testid=missing-list]"),
        ("sources", "sources", "[data-testid=files-card]"),
        ("mixtapes-off", "mixtapes", "[data-testid=mixtapes-off]"),
        ("activity", "activity", "[data-testid=activity-line]"),
        ("settings", "settings", "[data-testid=server-settings]"),
    ];

    private static async Task LookAsync(Visitor visitor, string name, List<string> faults)
    {
        foreach (var scheme in new[] { ColorScheme.Dark, ColorScheme.Light })
        {
            await visitor.UseAsync(scheme);
            faults.AddRange(await visitor.FindAccessFaultsAsync());
        }

        await visitor.KeepScreenshotsAsync(name);
    }

    private static async Task FollowTheSystemsThemeAsync(SpotterApp app)
    {
        await using var db = await app.OpenDatabaseAsync();
        var user = await db.Users.SingleAsync();
        user.Preferences = user.Preferences with { Theme = "system" };
        await db.SaveChangesAsync();
    }

    private static async Task<List<int>> SyncSamplesAsync(ScriptUser script)
    {
        var listed = await script.Http.GetFromJsonAsync<JsonElement>("/api/playlists");
        var ids = listed.EnumerateArray().Where(playlist => playlist.GetProperty("source").GetString() == "file")
            .Select(playlist => playlist.GetProperty("id").GetInt32()).ToList();
        Assert.NotEmpty(ids);
        foreach (var id in ids)
        {
            await script.SetSyncAsync(id, enabled: true);
        }

        foreach (var id in ids)
        {
            await script.SettledAsync(id);
        }

        return ids;
    }
}
