using Spotter.Core.Providers;
using Spotter.Navidrome.Demo;
using Spotter.Navidrome.Subsonic;
using Spotter.Tests.Support;

namespace Spotter.Tests.Navidrome.Subsonic;

/// <summary>Odd answers that real servers give, and that our client understands.</summary>
public sealed class RealAnswersTests
{
    [Theory]
    [InlineData("Navidrome 0.64")]
    [InlineData("Navidrome 0.63")]
    [InlineData("Navidrome 0.60")]
    public async Task A_form_that_is_too_large_is_refused_with_the_reason_even_where_a_second_answer_follows(string profile)
    {
        await using var fixture = await NavidromeFixture.StartAsync(new DemoServerOptions { Profile = DemoProfile.All.Single(one => one.Name == profile) });
        var song = fixture.Server.Library.Songs[0].Id;

        var failure = await Assert.ThrowsAsync<SubsonicException>(() => fixture.Client().CreatePlaylistAsync("Long", [.. Enumerable.Repeat(song, 10_001)], default));

        Assert.Equal(SubsonicErrorCode.Generic, failure.Code);
        Assert.Contains("number of URL query parameters exceeded limit", failure.Message, StringComparison.Ordinal);
        Assert.Empty(fixture.Server.Playlists.All);
    }

    [Fact]
    public async Task A_server_error_about_an_unknown_list_is_a_list_that_is_not_there()
    {
        await using var fixture = await NavidromeFixture.StartAsync();

        var failure = await Assert.ThrowsAsync<ProviderException>(() => fixture.Native().HasImageAsync("nope", default));

        Assert.Equal(ProviderFailure.NotFound, failure.Failure);
    }

    [Fact]
    public async Task A_library_comes_compressed_and_is_read_whole()
    {
        await using var fixture = await NavidromeFixture.StartAsync();

        var library = await fixture.For().ReadLibraryAsync(null, default);

        Assert.Equal(fixture.Server.Library.Songs.Select(song => song.Id).Order(), library.Songs.Select(song => song.Id).Order());
        Assert.All(fixture.Server.Log.Requests, request => Assert.Contains("gzip", request.Headers["Accept-Encoding"], StringComparison.Ordinal));
    }
}
