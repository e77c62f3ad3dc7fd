using System.Net;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.StaticAssets;
using Spotter.Tests.Support;

namespace Spotter.Tests.Web.Access;

public sealed class ClosedDoorTests(DemoApp app) : IClassFixture<DemoApp>
{
    private static readonly string[] Open = ["/sign-in", "/error", "/healthz", "/readyz"];

    [Fact]
    public async Task Everything_but_the_sign_in_and_error_pages_static_files_and_health_is_closed_to_strangers()
    {
        using var stranger = new SignInForm(app.Spotter.Address);
        var closed = 0;
        foreach (var endpoint in Endpoints.Of(app.Spotter).Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null))
        {
            using var request = Endpoints.RequestTo(endpoint, 1);
            var path = request.RequestUri!.ToString();
            using var response = await stranger.Http.SendAsync(request);
            if (Open.Contains(path))
            {
                Assert.True(response.IsSuccessStatusCode, $"{path} answers {(int)response.StatusCode}.");
                continue;
            }

            var isForm = response.StatusCode == HttpStatusCode.Found && response.Headers.Location!.ToString().Contains("/sign-in?returnUrl=", StringComparison.Ordinal);
            Assert.True(isForm || response.StatusCode == HttpStatusCode.Unauthorized, $"{request.Method} {path} answers {(int)response.StatusCode} to a stranger.");
            closed++;
        }

        Assert.True(closed > 20, $"Only {closed} addresses were tried.");
    }

    [Fact]
    public void Nothing_else_is_declared_open()
        => Assert.Equal(
            Open.Order(),
            Endpoints.Of(app.Spotter)
                .Where(endpoint => endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null && endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
                .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))
                .Distinct().Order());

    [Theory]
    [InlineData("/no/such/page")]
    [InlineData("/api/no/such/call")]
    [InlineData("/openapi/v1.json")]
    public async Task A_stranger_does_not_learn_what_there_is(string path)
    {
        using var stranger = new SignInForm(app.Spotter.Address);
        using var response = await stranger.Http.GetAsync(new Uri(path, UriKind.Relative));
        Assert.True(response.StatusCode is HttpStatusCode.Found or HttpStatusCode.Unauthorized);
    }

    [Theory]
    [InlineData("demo", HttpStatusCode.OK, null)]
    [InlineData("guest", HttpStatusCode.Found, "/access-denied")]
    public async Task The_jobs_dashboard_is_for_administrators(string user, HttpStatusCode expected, string? leadsTo)
    {
        using var form = new SignInForm(app.Spotter.Address);
        using var _ = await form.PostAsync(user, user);
        using var response = await form.Http.GetAsync(new Uri("/hangfire", UriKind.Relative));
        Assert.Equal(expected, response.StatusCode);
        Assert.Equal(leadsTo, response.Headers.Location?.ToString().Split('?')[0]);
    }

    [Fact]
    public async Task Every_answer_carries_the_security_headers()
    {
        using var stranger = new SignInForm(app.Spotter.Address);
        foreach (var path in (string[])["/sign-in", "/", "/healthz", "/api/playlists"])
        {
            using var response = await stranger.Http.GetAsync(new Uri(path, UriKind.Relative));
            var policies = response.Headers.GetValues("Content-Security-Policy").ToList();
            Assert.Contains(policies, policy => policy.Contains("script-src 'self';", StringComparison.Ordinal) && policy.Contains("frame-ancestors 'none'", StringComparison.Ordinal));
            Assert.Equal(["nosniff"], response.Headers.GetValues("X-Content-Type-Options"));
            Assert.Equal(["same-origin"], response.Headers.GetValues("Referrer-Policy"));
            Assert.False(response.Headers.Contains("Server"));
        }
    }

    [Fact]
    public async Task A_foreign_host_name_that_points_here_reaches_nothing_of_the_demo()
    {
        using var stranger = new SignInForm(app.Spotter.Address);
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("/sign-in", UriKind.Relative)) { Headers = { Host = "rebound.example" } };
        using var response = await stranger.Http.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }
}
