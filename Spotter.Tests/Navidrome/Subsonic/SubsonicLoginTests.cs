using Spotter.Core.Accounts;
using Spotter.Navidrome.Demo;
using Spotter.Navidrome.Subsonic;
using Spotter.Tests.Support;

namespace Spotter.Tests.Navidrome.Subsonic;

public sealed class SubsonicLoginTests
{
    [Theory]
    [InlineData("sesame", "c19b2d", "26719a1196d2a940705a59634eb18eab")]
    [InlineData("pässwört", "abc", "97fc82ec097ed0a6cf63943d33e8062d")]
    public void A_token_is_the_lower_case_hash_of_password_and_salt(string password, string salt, string token)
        => Assert.Equal(token, SubsonicLogin.Token(password, salt));

    [Fact]
    public void Every_call_has_a_salt_of_its_own_and_no_password()
    {
        var first = SubsonicLogin.Parameters(new Credentials("ann", "sesame"), SubsonicLoginKind.Token).ToDictionary();
        var second = SubsonicLogin.Parameters(new Credentials("ann", "sesame"), SubsonicLoginKind.Token).ToDictionary();

        Assert.NotEqual(first["s"], second["s"]);
        Assert.Equal(SubsonicLogin.Token("sesame", first["s"]), first["t"]);
        Assert.False(first.ContainsKey("p"));
    }

    [Fact]
    public void The_password_login_carries_the_bytes_of_its_UTF8_in_hexadecimal()
        => Assert.Equal("enc:70c3a4", SubsonicLogin.Parameters(new Credentials("ann", "pä"), SubsonicLoginKind.Password).ToDictionary()["p"]);

    [Fact]
    public async Task A_modern_server_is_never_told_the_password()
    {
        await using var fixture = await NavidromeFixture.StartAsync();

        await fixture.For().ListTargetsAsync(default);

        var request = Assert.Single(fixture.Server.Log.Requests);
        Assert.Null(request.Find("p"));
        Assert.NotNull(request.Find("t"));
    }

    [Fact]
    public async Task A_server_without_tokens_is_asked_again_with_the_password_and_that_is_remembered()
    {
        await using var fixture = await NavidromeFixture.StartAsync(new DemoServerOptions { Profile = DemoProfile.Plain });

        await fixture.For().ListTargetsAsync(default);
        await fixture.For("guest").ListTargetsAsync(default);

        Assert.Equal(["t", "p", "p"], fixture.Server.Log.Requests.Select(request => request.Has("p") ? "p" : "t"));
    }

    [Theory]
    [InlineData(41)]
    [InlineData(42)]
    public async Task A_modern_server_that_refuses_tokens_for_this_user_is_asked_again_with_the_password(int code)
    {
        await using var fixture = await NavidromeFixture.StartAsync();
        fixture.Server.Fault = request => request.Has("t") ? DemoFault.Failed(code, "Token authentication not supported for LDAP users.") : null;

        await fixture.For().ListTargetsAsync(default);

        Assert.Equal(SubsonicLoginKind.Password, fixture.Known.Login);
    }

    [Fact]
    public async Task A_missing_parameter_on_a_modern_server_has_nothing_to_do_with_the_login()
    {
        await using var fixture = await NavidromeFixture.StartAsync();
        fixture.Server.Fault = _ => DemoFault.Failed(10, "missing parameter: 'id'");

        await Assert.ThrowsAsync<SubsonicException>(() => fixture.Client().GetPlaylistAsync("x", default));

        Assert.All(fixture.Server.Log.Requests, request => Assert.False(request.Has("p")));
    }

    [Fact]
    public async Task A_wrong_password_is_tried_once_and_not_in_another_way()
    {
        await using var fixture = await NavidromeFixture.StartAsync();

        var refusal = await Assert.ThrowsAsync<SubsonicException>(() => fixture.Client(password: "wrong").PingAsync(default));

        Assert.Equal(SubsonicErrorCode.WrongCredentials, refusal.Code);
        Assert.Single(fixture.Server.Log.Requests);
    }

    [Fact]
    public async Task Everything_stands_in_the_body_and_only_the_format_in_the_address()
    {
        await using var fixture = await NavidromeFixture.StartAsync(headers: new() { ["X-Door-Key"] = "open" });

        await fixture.For().ListTargetsAsync(default);

        var request = Assert.Single(fixture.Server.Log.Requests);
        Assert.Equal("?f=json", request.Query);
        Assert.Equal("Spotter", request.Find("c"));
        Assert.StartsWith("Spotter/", request.Headers["User-Agent"], StringComparison.Ordinal);
        Assert.Equal("open", request.Headers["X-Door-Key"]);
        Assert.False(request.Headers.ContainsKey("Cookie"));
    }
}
