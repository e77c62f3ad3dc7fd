using Spotter.Navidrome.Demo;
using Spotter.Tests.Support;

namespace Spotter.Tests.Navidrome;

/// <summary>A placeholder picture is no cover, if the server marks it as one. On other servers any picture counts.</summary>
public sealed class AbsentCoverTests
{
    public static TheoryData<string> Servers => [.. DemoProfile.All.Select(profile => profile.Name)];

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task What_the_server_makes_up_is_no_cover_where_it_says_so(string server)
    {
        await using var fixture = await StartAsync(DemoProfile.All.Single(profile => profile.Name == server));
        var provider = fixture.For();
        var songs = (await provider.ReadLibraryAsync(null, default)).Songs;
        var bare = songs.Single(song => song.Title == "Bare");
        var drawn = songs.Single(song => song.Title == "Drawn");
        var empty = fixture.Server.Playlists.Create("demo", "Bare", [bare.Id]);
        var full = fixture.Server.Playlists.Create("demo", "Drawn", [bare.Id, drawn.Id]);
        var tells = fixture.Server.Profile.SaysImageAbsent && fixture.Server.Profile.HasNativeApi;

        // Other servers give no cover id for a song without a cover, and none at all for a list.
        Assert.Equal(!tells && bare.CoverArtId is not null, bare.CoverArtId is { } cover && await IsThereAsync(cover));
        Assert.True(await IsThereAsync(drawn.CoverArtId!));
        if (server.StartsWith("Navidrome", StringComparison.Ordinal))
        {
            Assert.Equal(!tells, await IsThereAsync("pl-" + empty.Id));
            Assert.True(await IsThereAsync("pl-" + full.Id));
        }

        Assert.Equal(tells, fixture.Server.Log.Requests.Any(request => request.Method is "native:album" or "native:playlist"));

        async Task<bool> IsThereAsync(string id) => await provider.ReadCoverAsync(id, 64, default) is not null;
    }

    [Fact]
    public async Task A_list_with_a_cover_of_its_own_has_one()
    {
        await using var fixture = await StartAsync(DemoProfile.Navidrome);
        var list = fixture.Server.Playlists.Create("demo", "Mine", []);
        fixture.Server.Playlists.Change(list.Id, now => now with { Image = ImageHost.Png(1) });

        Assert.Equal(ImageHost.Png(1), (await fixture.For().ReadCoverAsync("pl-" + list.Id, 64, default))!.Bytes);
    }

    [Theory]
    [InlineData("the login is refused", "native:login")]
    [InlineData("the question is refused", "native:album")]
    public async Task Where_the_server_does_not_answer_that_its_picture_is_taken_as_it_is(string why, string refused)
    {
        await using var fixture = await StartAsync(DemoProfile.Navidrome);
        var provider = fixture.For();
        fixture.Server.Fault = request => request.Method == refused ? DemoFault.Status(403) : null;
        var bare = (await provider.ReadLibraryAsync(null, default)).Songs.Single(song => song.Title == "Bare");

        Assert.True(await provider.ReadCoverAsync(bare.CoverArtId!, 64, default) is not null, why);
    }

    private static Task<NavidromeFixture> StartAsync(DemoProfile profile) => NavidromeFixture.StartAsync(new DemoServerOptions
    {
        Profile = profile,
        Songs =
        [
            Support.Demo.Song("Bare", "Ada", "No picture", 180) with { Id = DemoIds.For("cover", "bare"), HasCover = false },
            Support.Demo.Song("Drawn", "Ada", "A picture", 180) with { Id = DemoIds.For("cover", "drawn") },
        ],
    });
}
