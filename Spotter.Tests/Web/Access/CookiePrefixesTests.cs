using Microsoft.Extensions.Primitives;
using Spotter.Tests.Support;
using Spotter.Web.Access;

namespace Spotter.Tests.Web.Access;

public sealed class CookiePrefixesTests
{
    [Theory]
    [InlineData("ours", "__Host-spotter=a; __Host-spotter-form=b", "spotter=a; spotter-form=b")]
    [InlineData("others", "theme=dark; __Host-theirs=c", "theme=dark; __Host-theirs=c")]
    [InlineData("one without the prefix, which a neighbour may have set", "spotter=forged; __Host-spotter=a", "spotter=a")]
    [InlineData("one with the other prefix", "__Secure-spotter=a", "__Secure-spotter=a")]
    [InlineData("none", "", "")]
    public void Only_cookies_with_the_prefix_are_believed(string what, string received, string expected)
        => Assert.True(expected == CookiePrefixes.Received(received.Length == 0 ? StringValues.Empty : received, "__Host-").ToString(), what);

    [Fact]
    public void What_is_set_gets_the_prefix_and_goes_over_TLS_only()
        => Assert.Equal(
            ["__Host-spotter=a; path=/; secure; httponly", "__Host-spotter-form=b; path=/; secure", "theirs=c"],
            CookiePrefixes.Sent(new StringValues(["spotter=a; path=/; secure; httponly", "spotter-form=b; path=/", "theirs=c"]), "__Host-").Select(cookie => cookie!));

    [Theory]
    [InlineData("https://music.example.org", "__Host-", "/")]
    [InlineData("https://music.example.org/spotter", "__Secure-", "/spotter")]
    [InlineData("http://music.example.org", "", "/")]
    public async Task A_session_has_the_strongest_name_that_its_address_allows(string publicUrl, string prefix, string path)
    {
        await using var spotter = SpotterApp.StartDemo(new() { ["PublicUrl"] = publicUrl });
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = spotter.Address };
        using var form = await browser.GetAsync(new Uri("/sign-in", UriKind.Relative));
        var token = SignInForm.TokenOf(await form.Content.ReadAsStringAsync());
        using var post = new HttpRequestMessage(HttpMethod.Post, new Uri("/sign-in", UriKind.Relative))
        {
            Content = new FormUrlEncodedContent([new("_handler", "sign-in"), new("__RequestVerificationToken", token), new("Input.UserName", "demo"), new("Input.Password", "demo")]),
        };
        post.Headers.Add("Cookie", CookiesOf(form));

        using var signedIn = await browser.SendAsync(post);

        var set = signedIn.Headers.GetValues("Set-Cookie").ToList();
        foreach (var name in (string[])["spotter", "spotter-device"])
        {
            var cookie = Assert.Single(set, cookie => cookie.StartsWith($"{prefix}{name}=", StringComparison.Ordinal));
            Assert.Equal(prefix.Length > 0, cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase));
            Assert.Contains($"; path={path};", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; httponly", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("; samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("domain=", cookie, StringComparison.OrdinalIgnoreCase);
        }

        Assert.Equal(path == "/" ? "/" : path + "/", signedIn.Headers.Location!.OriginalString);
        using var read = new HttpRequestMessage(HttpMethod.Get, new Uri("/api/playlists", UriKind.Relative));
        read.Headers.Add("Cookie", CookiesOf(signedIn));
        using var opened = await browser.SendAsync(read);
        Assert.True(opened.IsSuccessStatusCode);
        Assert.Equal(prefix.Length > 0, opened.Headers.Contains("Strict-Transport-Security"));
        Assert.Equal("no-store", opened.Headers.CacheControl!.ToString());
    }

    private static string CookiesOf(HttpResponseMessage response) => string.Join("; ", response.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
}
