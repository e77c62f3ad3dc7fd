using Spotter.Tests.Support;

namespace Spotter.Tests.Web.Hosting;

public sealed class SecurityHeadersTests(DemoApp app) : IClassFixture<DemoApp>
{
    [Theory]
    [InlineData("/api/playlists")]
    [InlineData("/api/missing?format=csv")]
    [InlineData("/api/no/such/call")]
    [InlineData("/openapi/v1.json")]
    public async Task Nothing_that_the_API_answers_is_kept_by_a_browser_or_a_proxy(string path)
    {
        using var response = await app.Demo.GetAsync(new Uri(path, UriKind.Relative));
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.Equal("same-origin", response.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
    }
}
