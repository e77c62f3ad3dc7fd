using Spotter.Tests.Support;
using Spotter.Web.Addresses;

namespace Spotter.Tests.Web.Addresses;

public sealed class OwnAddressTests
{
    [Theory]
    [InlineData("nothing is configured", "", "http://127.0.0.1:5080/")]
    [InlineData("all addresses", "http://*:5080", "http://127.0.0.1:5080/")]
    [InlineData("all addresses, in another notation", "http://+:80", "http://127.0.0.1/")]
    [InlineData("all of IPv4", "http://0.0.0.0:8080", "http://127.0.0.1:8080/")]
    [InlineData("all of IPv6", "http://[::]:8080", "http://[::1]:8080/")]
    [InlineData("one network card", "http://192.0.2.1:5080", "http://192.0.2.1:5080/")]
    [InlineData("a name, which the web server takes for all addresses", "http://spotter.example.org:5080", "http://127.0.0.1:5080/")]
    [InlineData("the one without TLS, if there is a choice", "https://*:5081;http://*:5080", "http://127.0.0.1:5080/")]
    [InlineData("TLS alone", "https://*:5081", "https://127.0.0.1:5081/")]
    [InlineData("a port that nobody knows", "http://127.0.0.1:0", null)]
    public void It_is_found_in_whatever_is_configured(string why, string urls, string? expected)
        => Assert.True(OwnAddress.Find(AllSettings.Configuration(("urls", urls)))?.Address.AbsoluteUri == expected, why);

    [Theory]
    [InlineData(null, null)]
    [InlineData("*", null)]
    [InlineData("spotter.example.org;*", null)]
    [InlineData("spotter.example.org;other.example.org", "spotter.example.org")]
    [InlineData("*.example.org", "spotter.example.org")]
    public void A_name_that_is_allowed_is_asked_for(string? allowed, string? expected)
        => Assert.Equal(expected, OwnAddress.Find(AllSettings.Configuration(("AllowedHosts", allowed)))?.Host);

    [Fact]
    public void Ports_alone_are_addresses_too()
        => Assert.Equal("http://127.0.0.1:8080/", OwnAddress.Find(AllSettings.Configuration(("http_ports", "8080")))!.Address.AbsoluteUri);
}
