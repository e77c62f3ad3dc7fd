using Microsoft.AspNetCore.Builder;
using Spotter.Tests.Support;
using Spotter.Web.Addresses;
using Spotter.Web.Settings;

namespace Spotter.Tests.Web.Addresses;

public sealed class ListenAddressesTests
{
    [Theory]
    [InlineData("http://127.0.0.1:5080", true)]
    [InlineData("http://127.0.0.1:0", true)]
    [InlineData("http://[::1]:5080", true)]
    [InlineData("https://localhost:5081", true)]
    [InlineData("http://0.0.0.0:5080", false)]
    [InlineData("http://[::]:5080", false)]
    [InlineData("http://*:5080", false)]
    [InlineData("http://+:80", false)]
    [InlineData("http://spotter.example.org", false)]
    [InlineData("http://localhost.example.org", false)]
    [InlineData("http://192.0.2.1:5080", false)]
    public void Only_this_machine_is_loopback(string address, bool expected) => Assert.Equal(expected, ListenAddresses.IsLoopback(address));

    [Theory]
    [InlineData("--urls=http://127.0.0.1:5090;http://0.0.0.0:5091")]
    [InlineData("--http_ports=8080")]
    [InlineData("--Kestrel:Endpoints:Web:Url=http://*:5080")]
    public void The_demo_refuses_to_be_opened_to_other_machines(string argument)
    {
        var exception = Assert.Throws<BadConfigurationException>(() => Apply(argument));
        Assert.EndsWith("would open the demo to other machines. Set Navidrome:BaseUrl to your music server, or Demo:AllowRemote to true.", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--urls=http://0.0.0.0:5091", "--Demo:AllowRemote=true")]
    [InlineData("--urls=http://0.0.0.0:5091", "--Navidrome:BaseUrl=http://127.0.0.1:4533")]
    [InlineData("--urls=http://127.0.0.1:5091", "--http_ports=8080")]
    public void What_is_allowed_is_left_as_it_is(params string[] arguments) => Apply(arguments);

    [Fact]
    public void With_nothing_said_it_is_this_machine_alone()
    {
        var builder = Apply();
        Assert.Equal(ListenAddresses.Default, builder.WebHost.GetSetting("urls"));
        Assert.Equal("localhost;127.0.0.1;[::1]", builder.Configuration["AllowedHosts"]);
    }

    private static WebApplicationBuilder Apply(params string[] arguments)
    {
        var builder = WebApplication.CreateBuilder(arguments);
        ListenAddresses.Apply(builder, SpotterSettings.Read(builder.Configuration, "/srv/spotter", AllSettings.Sections));
        return builder;
    }
}
