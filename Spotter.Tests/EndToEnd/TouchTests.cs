using Spotter.Tests.Support.Browsing;
using Spotter.Tests.Support.Peers;

namespace Spotter.Tests.EndToEnd;

/// <summary>The pages on a touch screen.</summary>
[Collection(Chromium.Collection)]
public sealed class TouchTests(Chromium chromium, BrowsedApp browsed) : IClassFixture<BrowsedApp>
{
    /// <summary>Controls that are too small to hit. A link within text may be as high as its line.</summary>
    private const string Small = """
        () => [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [role=button], [role=combobox]')]
            .filter(element => element.checkVisibility({ visibilityProperty: true }) && !element.matches('.sp-skip, [tabindex="-1"], :disabled'))
            .filter(element => {
                const target = element.closest('label') ?? (element.matches('input, textarea') ? element.closest('.sp-field, .mud-input, .sp-drop') : null) ?? element;
                const { width, height } = target.getBoundingClientRect();
                return width < 43.5 || height < 43.5;
            })
            .map(element => element.outerHTML.replace(/\s+/g, ' ').slice(0, 150) + ' ' + JSON.stringify(element.getBoundingClientRect().toJSON(), ['width', 'height']))
        """;

    [BrowserFact]
    public async Task Every_control_is_44_pixels_wide_and_high_on_a_phone()
    {
        var id = await browsed.SyncAsync("Touched.csv");
        await using var visitor = await chromium.OpenAsync(browsed.Spotter.Address, Screen.Phone);
        var page = visitor.Page;
        await visitor.SignInAsync();
        var faults = new List<string>();
        foreach (var (path, marker) in ((string, string)[])
            [("", "playlist"), ($"playlists/{id}", "report-row"), ($"playlists/{id}?tab=history", "history-line"), ("missing", "missing-track"), ("review", "review-item"), ("review?by=kind", "review-group"), ("sources", "files-card"), ("activity", "activity-line"), ("settings", "server-settings")])
        {
            await page.GotoAsync(path);
            await page.GetByTestId(marker).First.WaitForAsync();
            faults.AddRange((await page.EvaluateAsync<string[]>(Small)).Select(control => $"{path}: {control}"));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults.Distinct()));
        visitor.AssertNoErrors();
    }
}
