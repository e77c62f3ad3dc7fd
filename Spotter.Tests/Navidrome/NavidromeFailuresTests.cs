using Spotter.Core.Providers;
using Spotter.Navidrome.Demo;
using Spotter.Tests.Support;

namespace Spotter.Tests.Navidrome;

public sealed class NavidromeFailuresTests
{
    [Theory]
    [InlineData("a wrong password", 40, "Wrong username or password", ProviderFailure.Unauthorized)]
    [InlineData("somebody else's list", 50, "not authorized", ProviderFailure.Forbidden)]
    [InlineData("somebody else's list on an old Navidrome", 0, "Internal Server Error: not authorized", ProviderFailure.Forbidden)]
    [InlineData("deleting somebody else's list on an old Navidrome", 0, "Internal Server Error: permission denied", ProviderFailure.Forbidden)]
    [InlineData("gone", 70, "not found", ProviderFailure.NotFound)]
    [InlineData("the server's own trouble", 0, "Internal Server Error: disk full", ProviderFailure.Unavailable)]
    [InlineData("a busy database", 0, "Internal Server Error: database is locked", ProviderFailure.Unavailable)]
    [InlineData("a call that the server does not understand", 10, "missing parameter: 'x'", ProviderFailure.Malformed)]
    [InlineData("a code of the future", 99, "??", ProviderFailure.Malformed)]
    public async Task A_refusal_is_sorted_by_what_happens_next(string reason, int code, string message, ProviderFailure expected)
    {
        var failure = await FailAsync(DemoFault.Failed(code, message));

        Assert.True(expected == failure.Failure, reason);
        Assert.EndsWith(".", failure.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(302)]
    [InlineData(401)]
    [InlineData(403)]
    public async Task A_page_in_place_of_an_answer_is_an_authentication_proxy(int statusCode)
    {
        var failure = await FailAsync(DemoFault.HtmlPage(statusCode));

        Assert.Equal(ProviderFailure.Malformed, failure.Failure);
        Assert.Contains("authentication proxy is in front", failure.Words, StringComparison.Ordinal);
        Assert.Contains("/rest/", failure.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(502, ProviderFailure.Unavailable)]
    [InlineData(404, ProviderFailure.Malformed)]
    [InlineData(418, ProviderFailure.Malformed)]
    public async Task Another_status_without_an_envelope_is_named(int statusCode, ProviderFailure expected)
        => Assert.Equal(expected, (await FailAsync(DemoFault.Status(statusCode))).Failure);

    [Theory]
    [InlineData(400)]
    [InlineData(404)]
    [InlineData(405)]
    public async Task A_web_servers_own_error_page_is_a_wrong_address_and_no_authentication_proxy(int statusCode)
    {
        var failure = await FailAsync(DemoFault.HtmlPage(statusCode));

        Assert.Equal(ProviderFailure.Malformed, failure.Failure);
        Assert.Contains("Check Navidrome:BaseUrl", failure.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("authentication proxy", failure.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_that_cannot_be_unpacked_are_the_answers_fault()
        => Assert.Equal(ProviderFailure.Malformed, (await FailAsync(DemoFault.Answer(200, "application/json", [1, 2, 3], "gzip"))).Failure);

    [Theory]
    [InlineData("")]
    [InlineData("{\"subsonic-response\":{\"status\":\"ok\"")]
    [InlineData("[1,2]")]
    [InlineData("{}")]
    public async Task Broken_JSON_is_no_answer(string body)
        => Assert.Equal(ProviderFailure.Malformed, (await FailAsync(DemoFault.Answer(200, "application/json", body))).Failure);

    [Fact]
    public async Task An_envelope_counts_whatever_the_status_line_says()
    {
        await using var fixture = await NavidromeFixture.StartAsync(clock: Clock());
        fixture.Server.Fault = _ => DemoFault.Answer(404, "application/json", """{"subsonic-response":{"status":"ok","version":"1.10.2","playlists":{}}}""");

        Assert.Empty(await fixture.For().ListTargetsAsync(default));
    }

    [Fact]
    public async Task A_server_that_is_away_is_said_in_a_plain_sentence_without_its_address()
    {
        await using var fixture = await NavidromeFixture.StartAsync(clock: Clock());
        await fixture.Server.DisposeAsync();

        var failure = await Assert.ThrowsAsync<ProviderException>(() => fixture.For().ListTargetsAsync(default));

        Assert.Equal("The music server could not be reached. Nothing was changed.", failure.Words);
        Assert.Equal(ProviderFailure.Unavailable, failure.Failure);
    }

    [Fact]
    public async Task Songs_and_pictures_that_cannot_be_sent_leave_the_server_in_use()
    {
        await using var fixture = await NavidromeFixture.StartAsync(clock: Clock());
        fixture.Server.Fault = request => request.Method is "stream" or "getCoverArt" ? DemoFault.Status(502) : null;
        var provider = fixture.For();
        var song = fixture.Server.Library.Songs[0];

        // More than enough failures for the circuit breaker, if they counted.
        for (var i = 0; i < 8; i++)
        {
            await Assert.ThrowsAsync<ProviderException>(() => provider.OpenSongAsync(song.Id, null, null, default));
            await Assert.ThrowsAsync<ProviderException>(() => provider.ReadCoverAsync(song.Id, 64, default));
        }

        Assert.Empty(await provider.ListTargetsAsync(default));
    }

    [Fact]
    public async Task An_address_that_is_none_is_said_so()
    {
        await using var fixture = await NavidromeFixture.StartAsync(address: _ => "localhost");

        var failure = await Assert.ThrowsAsync<ProviderException>(() => fixture.Identity.CheckAsync(new("demo", "demo"), default));

        Assert.Contains("Navidrome:BaseUrl", failure.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_failure_carries_the_password()
    {
        await using var fixture = await NavidromeFixture.StartAsync(new DemoServerOptions { Profile = DemoProfile.Plain }, Clock());

        var failure = await Assert.ThrowsAsync<ProviderException>(() => fixture.For(password: "correct horse").ListTargetsAsync(default));

        Assert.Equal(ProviderFailure.Unauthorized, failure.Failure);
        Assert.DoesNotContain("correct horse", failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToHexStringLower("correct horse"u8), failure.ToString(), StringComparison.Ordinal);
    }

    private static HastyClock Clock() => new(TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(120));

    private static async Task<ProviderException> FailAsync(DemoFault fault)
    {
        await using var fixture = await NavidromeFixture.StartAsync(clock: Clock());
        fixture.Server.Fault = _ => fault;
        return await Assert.ThrowsAsync<ProviderException>(() => fixture.For().ListTargetsAsync(default));
    }
}
