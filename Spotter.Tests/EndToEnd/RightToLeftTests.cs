using Spotter.Tests.Support.Browsing;
using Spotter.Tests.Support.Peers;

namespace Spotter.Tests.EndToEnd;

/// <summary>Hebrew and Arabic names read from right to left, and do not reverse the text around them.</summary>
[Collection(Chromium.Collection)]
public sealed class RightToLeftTests(Chromium chromium, BrowsedApp browsed) : IClassFixture<BrowsedApp>
{
    private const string Name = "מסע ארוך (2)";

    /// <summary>Texts with a Hebrew letter that neither detect their direction nor are isolated in their sentence.</summary>
    private const string Undirected = """
        () => {
            const texts = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT);
            const found = [];
            while (texts.nextNode()) {
                const { data, parentElement } = texts.currentNode;
                if (/[\u0590-\u05ff]/.test(data) && !data.includes('\u2068') && !parentElement.closest('[dir=auto], bdi, .sp-cover, pre, script, title')) {
                    found.push(parentElement.outerHTML.slice(0, 160));
                }
            }
            return found;
        }
        """;

    [BrowserFact]
    public async Task Names_of_users_and_servers_find_their_own_direction()
    {
        var id = await browsed.SyncAsync($"{Name}.csv", $"Title,Artist,Album,Duration\nFirst Light,Amber Echo,Morning,3:00\nThird Rail (Live),Amber Echo,Morning,3:20\n{Name},{Name},{Name},4:00\n");
        await using var visitor = await chromium.OpenAsync(browsed.Spotter.Address);
        var page = visitor.Page;
        await visitor.SignInAsync();
        var faults = new List<string>();
        foreach (var (path, marker) in ((string, string)[])
            [("", "playlist"), ($"playlists/{id}", "report-row"), ($"playlists/{id}?tab=history", "history-line"), ("missing", "missing-track"), ("review", "review-item"), ("sources", "files-card"), ("activity", "activity-line")])
        {
            await page.GotoAsync(path);
            await page.GetByTestId(marker).First.WaitForAsync();
            faults.AddRange((await page.EvaluateAsync<string[]>(Undirected)).Select(text => $"{path}: {text}"));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        visitor.AssertNoErrors();
    }
}
