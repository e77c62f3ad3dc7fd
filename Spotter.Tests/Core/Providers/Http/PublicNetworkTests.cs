using System.Net;
using Spotter.Core.Providers.Http;

namespace Spotter.Tests.Core.Providers.Http;

public sealed class PublicNetworkTests
{
    [Theory]
    [InlineData("this machine", "127.0.0.1", false)]
    [InlineData("this machine, another of its names", "127.8.8.8", false)]
    [InlineData("this machine, version 6", "::1", false)]
    [InlineData("this machine, version 4 in 6", "::ffff:127.0.0.1", false)]
    [InlineData("any address", "0.0.0.0", false)]
    [InlineData("any address, version 6", "::", false)]
    [InlineData("a home", "192.168.1.10", false)]
    [InlineData("a home, version 4 in 6", "::ffff:192.168.1.10", false)]
    [InlineData("an office", "10.1.2.3", false)]
    [InlineData("the lowest of a block", "172.16.0.0", false)]
    [InlineData("the highest of a block", "172.31.255.255", false)]
    [InlineData("a provider's own network", "100.64.0.1", false)]
    [InlineData("a cloud's metadata", "169.254.169.254", false)]
    [InlineData("link-local, version 6", "fe80::1", false)]
    [InlineData("unique local", "fd00::1", false)]
    [InlineData("many at once", "224.0.0.251", false)]
    [InlineData("many at once, version 6", "ff02::fb", false)]
    [InlineData("everybody", "255.255.255.255", false)]
    [InlineData("6to4 to a home", "2002:c0a8:010a::1", false)]
    [InlineData("documentation", "2001:db8::1", false)]
    [InlineData("a translator to version 4", "64:ff9b::c0a8:10a", false)]
    [InlineData("the internet", "1.1.1.1", true)]
    [InlineData("just below a block", "172.15.255.255", true)]
    [InlineData("just above a block", "172.32.0.0", true)]
    [InlineData("the internet, version 6", "2606:4700:4700::1111", true)]
    [InlineData("the internet, version 4 in 6", "::ffff:1.1.1.1", true)]
    public void Only_addresses_of_the_internet_are_public(string what, string address, bool isPublic)
        => Assert.True(PublicNetwork.Holds(IPAddress.Parse(address)) == isPublic, what);
}
