using System.Net;
using System.Net.Http.Json;
using System.Net.WebSockets;
using System.Text.Json;
using Microsoft.Playwright;
using Spotter.Tests.Support;
using Spotter.Tests.Support.Browsing;
using Spotter.Tests.Support.Peers;

namespace Spotter.Tests.Web.Access;

/// <summary>What another site's page can make a visitor's browser do here.</summary>
[Collection(Chromium.Collection)]
public sealed class ForeignPagesTests(Chromium chromium, DemoApp app) : IClassFixture<DemoApp>
{
    private readonly SpotterApp _spotter = app.Spotter;

    private string Own => _spotter.Address.GetLeftPart(UriPartial.Authority);

    public static TheoryData<string, string?, string?, bool> Requests => new()
    {
        { "a script", null, null, true },
        { "our own page", "same-origin", "own", true },
        { "our own page over plain HTTP, of which browsers say less", null, "own", true },
        { "our own page behind a proxy that changes the host", "same-origin", "https://spotter.example.org", true },
        { "the visitor's own hand", "none", null, true },
        { "another port of the same host", null, "http://127.0.0.1:1", false },
        { "another port of the same host, in the browser's words", "same-site", "http://127.0.0.1:1", false },
        { "another site", "cross-site", "https://elsewhere.example", false },
        { "another site over plain HTTP", null, "http://elsewhere.example", false },
        { "a page without an origin", null, "null", false },
        { "a page without an origin, in the browser's words", "cross-site", "null", false },
        { "nonsense", null, "127.0.0.1", false },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task What_changes_something_and_all_of_a_circuit_is_taken_from_our_own_pages_and_from_programs(
        string from, string? site, string? origin, bool isTaken)
    {
        using var browser = new SignInForm(_spotter.Address);
        using var _ = await browser.PostAsync("demo", "demo");
        foreach (var (method, path) in new[]
        {
            ("POST", "/sign-out"), ("POST", "/sign-in"), ("POST", "/api/playlists/1/rebuild-sync"), ("DELETE", "/api/playlists/1"), ("POST", "/hangfire/recurring/trigger"),
            ("POST", "/_blazor/negotiate?negotiateVersion=1"), ("GET", "/_blazor?id=a"), ("POST", "/_blazor/disconnect"),
        })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(path, UriKind.Relative));
            AddTo(request, site, origin);
            using var response = await browser.Http.SendAsync(request);
            var isRefused = response.StatusCode == HttpStatusCode.Forbidden
                && (await response.Content.ReadAsStringAsync()).Contains("page that is not Spotter", StringComparison.Ordinal);
            Assert.True(isRefused == !isTaken, $"{from}: {method} {path} answers {(int)response.StatusCode}.");
        }

        // A plain link from elsewhere still works.
        using var read = new HttpRequestMessage(HttpMethod.Get, new Uri("/review", UriKind.Relative));
        AddTo(read, site, origin);
        using var page = await browser.Http.SendAsync(read);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
    }

    [Fact]
    public async Task A_foreign_form_rebuilds_nothing_although_the_browser_sends_the_password_along()
    {
        var id = (await app.Demo.GetFromJsonAsync<JsonElement>("/api/playlists")).EnumerateArray().First().GetProperty("id").GetInt32();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/api/playlists/{id}/rebuild-sync", UriKind.Relative));
        AddTo(request, "cross-site", "https://elsewhere.example");
        using var response = await app.Demo.SendAsync(request);
        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Contains("page that is not Spotter's", (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1", false)]
    [InlineData(null, true)]
    public async Task A_WebSocket_is_opened_by_our_own_pages_only(string? origin, bool isTaken)
    {
        using var browser = new SignInForm(_spotter.Address);
        using var _ = await browser.PostAsync("demo", "demo");
        using var negotiated = await browser.Http.PostAsync(new Uri("/_blazor/negotiate?negotiateVersion=1", UriKind.Relative), null);
        var token = (await negotiated.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("connectionToken").GetString()!;
        using var socket = new ClientWebSocket();
        socket.Options.Cookies = browser.Cookies;
        socket.Options.SetRequestHeader("Origin", origin ?? Own);
        var address = new Uri($"ws://{_spotter.Address.Authority}/_blazor?id={Uri.EscapeDataString(token)}");

        if (isTaken)
        {
            await socket.ConnectAsync(address, CancellationToken.None);
            Assert.Equal(WebSocketState.Open, socket.State);
        }
        else
        {
            await Assert.ThrowsAsync<WebSocketException>(() => socket.ConnectAsync(address, CancellationToken.None));
        }
    }

    [BrowserFact]
    public async Task A_page_on_another_port_opens_no_circuit_and_sends_no_form_with_the_visitors_cookie()
    {
        await using var visitor = await chromium.OpenAsync(_spotter.Address);
        await visitor.SignInAsync();
        var page = await visitor.Page.Context.NewPageAsync();
        await page.RouteAsync("http://127.0.0.1:1/**", route => route.FulfillAsync(new RouteFulfillOptions { ContentType = "text/html", Body = "<p>Elsewhere</p>" }));
        await page.GotoAsync("http://127.0.0.1:1/page");

        var opened = await page.EvaluateAsync<bool>(
            "address => new Promise(done => { const s = new WebSocket(address); s.onopen = () => done(true); s.onerror = () => done(false); })",
            $"ws://{_spotter.Address.Authority}/_blazor");
        var answer = await page.RunAndWaitForResponseAsync(
            () => page.EvaluateAsync(
                "address => { const f = document.createElement('form'); f.method = 'post'; f.action = address; document.body.append(f); f.submit(); }", $"{Own}/sign-out"),
            response => response.Url.EndsWith("/sign-out", StringComparison.Ordinal));

        Assert.False(opened);
        Assert.Equal(403, answer.Status);
        await visitor.Page.GotoAsync("activity");
        await visitor.Page.GetByTestId("frame").WaitForAsync();
    }

    [Theory]
    [InlineData(null, null, true)]
    [InlineData("text/csv", null, true)]
    [InlineData("text/html,application/xhtml+xml", null, false)]
    [InlineData("application/json", "cors", false)]
    [InlineData("*/*", "navigate", false)]
    public async Task Only_programs_are_asked_for_a_password_that_a_browser_would_keep(string? accept, string? mode, bool isAsked)
    {
        foreach (var authorization in (string?[])[null, "Basic bm9ib2R5Om5vdGhpbmc="])
        {
            using var stranger = new SignInForm(_spotter.Address);
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/playlists", UriKind.Relative));
            foreach (var (name, value) in new[] { ("Authorization", authorization), ("Accept", accept), ("Sec-Fetch-Mode", mode) }.Where(header => header.Item2 is not null))
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }

            using var response = await stranger.Http.SendAsync(request);
            Assert.Contains(response.StatusCode, (HttpStatusCode[])[HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests]);
            Assert.Equal(isAsked && response.StatusCode == HttpStatusCode.Unauthorized, response.Headers.WwwAuthenticate.Count > 0);
        }
    }

    private void AddTo(HttpRequestMessage request, string? site, string? origin)
    {
        if (site is not null)
        {
            request.Headers.TryAddWithoutValidation("Sec-Fetch-Site", site);
        }

        if (origin is not null)
        {
            request.Headers.TryAddWithoutValidation("Origin", origin == "own" ? Own : origin);
        }
    }
}
