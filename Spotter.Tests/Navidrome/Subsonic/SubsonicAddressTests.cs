using Spotter.Navidrome.Subsonic;
using Spotter.Tests.Support;

namespace Spotter.Tests.Navidrome.Subsonic;

public sealed class SubsonicAddressTests
{
    [Theory]
    [InlineData("http://host:4533", "http://host:4533/")]
    [InlineData("http://host:4533/", "http://host:4533/")]
    [InlineData(" https://music.example.org/app/#/login ", "https://music.example.org/")]
    [InlineData("https://example.org/music/app", "https://example.org/music")]
    [InlineData("https://example.org/music/", "https://example.org/music")]
    [InlineData("https://example.org/music/rest", "https://example.org/music")]
    [InlineData("https://example.org/application", "https://example.org/application")]
    public void What_people_paste_becomes_the_server_s_own_address(string pasted, string expected)
        => Assert.Equal(expected, SubsonicAddress.Parse(pasted).AbsoluteUri);

    [Theory]
    [InlineData("")]
    [InlineData("host:4533")]
    [InlineData("ftp://host")]
    public void What_is_no_web_address_is_refused(string text) => Assert.Throws<FormatException>(() => SubsonicAddress.Parse(text));

    [Fact]
    public async Task A_server_below_a_sub_path_is_reached_there()
    {
        // The embedded server answers only below /rest, so a call to /music/rest finds nothing and reports that.
        await using var fixture = await NavidromeFixture.StartAsync(address: url => url + "/music/");

        var failure = await Assert.ThrowsAsync<NotSubsonicException>(() => fixture.Client().PingAsync(default));

        Assert.Equal(System.Net.HttpStatusCode.NotFound, failure.StatusCode);
        Assert.Equal($"{fixture.Server.BaseUrl}/music/app/#/playlist/x/show", fixture.For().LinkTo("x")!.AbsoluteUri);
    }
}
