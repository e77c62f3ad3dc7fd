using Spotter.Web.Access;


namespace Spotter.Tests.Web.Access;

public sealed class DeviceNameTests
{
    [Theory]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0", "Firefox on Linux")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0", "Edge on Windows")]
    [InlineData("Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36", "Chrome on Android")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1", "Safari on iPhone")]
    [InlineData("curl/8.5.0", "curl/8.5.0")]
    [InlineData("", "Unknown device")]
    [InlineData(null, "Unknown device")]
    public void A_browser_is_called_what_people_call_it(string? userAgent, string expected) => Assert.Equal(expected, DeviceName.Of(userAgent));

    [Fact]
    public void What_calls_itself_anything_is_cut_short() => Assert.Equal(new string('x', 60) + "…", DeviceName.Of(new string('x', 10_000)));
}
