using Spotter.Web.Components.Pages.Sources;

namespace Spotter.Tests.Web.Components.Pages.Sources;

public sealed class CallbackAddressTests
{
    [Theory]
    [InlineData("behind a proxy with TLS", "https://spotter.example.org/", "https://spotter.example.org/sources/spotify/callback", true)]
    [InlineData("under a sub-path", "https://example.org/spotter/", "https://example.org/spotter/sources/spotify/callback", true)]
    [InlineData("on this machine", "http://127.0.0.1:5080/", "http://127.0.0.1:5080/sources/spotify/callback", true)]
    [InlineData("on this machine, by IPv6", "http://[::1]:5080/", "http://[::1]:5080/sources/spotify/callback", true)]
    [InlineData("localhost is refused there", "http://localhost:5080/", "http://127.0.0.1:5080/sources/spotify/callback", true)]
    [InlineData("on a network without TLS", "http://192.168.1.20:5080/", "http://127.0.0.1/sources/spotify/callback", false)]
    [InlineData("by a name without TLS", "http://nas:5080/", "http://127.0.0.1/sources/spotify/callback", false)]
    public void The_address_to_register(string why, string reachedAt, string registered, bool reachesUs)
    {
        var callback = CallbackAddress.For(new Uri(reachedAt), "spotify");

        Assert.Equal((why, registered, reachesUs), (why, callback.Address.OriginalString, callback.ReachesUs));
    }
}
