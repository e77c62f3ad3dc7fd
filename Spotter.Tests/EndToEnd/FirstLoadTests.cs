using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.Playwright;
using Spotter.Tests.Support.Browsing;
using Spotter.Tests.Support.Peers;

namespace Spotter.Tests.EndToEnd;

/// <summary>What is transferred before somebody sees the first page.</summary>
[Collection(Chromium.Collection)]
public sealed class FirstLoadTests(Chromium chromium, BrowsedApp browsed) : IClassFixture<BrowsedApp>
{
    private const double Most = 240 * 1024;

    [BrowserFact]
    public async Task The_first_visit_is_compressed_and_kept_for_good()
    {
        await using var visitor = await chromium.OpenAsync(browsed.Spotter.Address);
        var page = visitor.Page;
        var sent = await CountAsync(page);
        var answers = new ConcurrentQueue<IResponse>();
        page.Response += (_, answer) => answers.Enqueue(answer);

        await visitor.SignInAsync();
        await page.WaitForFunctionAsync("() => document.fonts.status === 'loaded'");

        var first = sent.Values.Sum();
        Assert.True(first < Most, $"The first visit is {first / 1024:0} kB: {string.Join(", ", sent.OrderByDescending(pair => pair.Value).Select(pair => $"{pair.Key} {pair.Value / 1024:0}"))}");
        var files = answers.Where(answer => answer.Request.ResourceType is "stylesheet" or "script" or "font").ToList();
        Assert.Contains(files, file => file.Request.ResourceType == "font");
        Assert.All(files, file => Assert.True(file.Headers["cache-control"].Contains("immutable", StringComparison.Ordinal), $"{file.Url} is not kept for good: {file.Headers["cache-control"]}."));
        Assert.All(
            files.Where(file => file.Request.ResourceType != "font"),
            file => Assert.True(file.Headers.ContainsKey("content-encoding"), $"{file.Url} is not compressed."));

        // The next visit has everything in the cache.
        sent.Clear();
        answers.Clear();
        await page.ReloadAsync();
        await page.GetByTestId("frame").WaitForAsync();
        Assert.DoesNotContain(sent.Keys, url => url.Contains(".css", StringComparison.Ordinal) || url.Contains(".js", StringComparison.Ordinal) || url.Contains(".woff2", StringComparison.Ordinal));
        visitor.AssertNoErrors();
    }

    /// <summary>Bytes transferred per address, including headers. What comes from the browser's cache does not count.</summary>
    private static async Task<ConcurrentDictionary<string, double>> CountAsync(IPage page)
    {
        var sent = new ConcurrentDictionary<string, double>();
        var addresses = new ConcurrentDictionary<string, string>();
        var devTools = await page.Context.NewCDPSessionAsync(page);
        devTools.Event("Network.requestWillBeSent").OnEvent += (_, e) => addresses[Text(e, "requestId")] = e!.Value.GetProperty("request").GetProperty("url").GetString()!;
        devTools.Event("Network.loadingFinished").OnEvent += (_, e) =>
        {
            var length = e!.Value.GetProperty("encodedDataLength").GetDouble();
            if (length > 0)
            {
                sent.AddOrUpdate(addresses.GetValueOrDefault(Text(e, "requestId"), "?"), length, (_, before) => before + length);
            }
        };
        await devTools.SendAsync("Network.enable");
        return sent;
    }

    private static string Text(JsonElement? e, string name) => e!.Value.GetProperty(name).GetString()!;
}
