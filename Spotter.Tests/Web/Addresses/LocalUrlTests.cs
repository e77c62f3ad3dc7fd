using Spotter.Web.Addresses;


namespace Spotter.Tests.Web.Addresses;

public sealed class LocalUrlTests
{
    [Theory]
    [InlineData("/", "/")]
    [InlineData("/playlists/3?tab=report#row", "/playlists/3?tab=report#row")]
    [InlineData("/playlists?q=Björk 🎵", "/playlists?q=Bj%C3%B6rk %F0%9F%8E%B5")]
    [InlineData(null, "/")]
    [InlineData("", "/")]
    [InlineData("playlists", "/")]
    [InlineData("//evil.example", "/")]
    [InlineData("/\\evil.example", "/")]
    [InlineData("/\t/evil.example", "/")]
    [InlineData("http://evil.example", "/")]
    public void Only_our_own_addresses_are_gone_back_to(string? url, string expected) => Assert.Equal(expected, LocalUrl.OrHome(url));
}
