using Spotter.Core.Facts;
using Spotter.Core.Providers;
using Spotter.Navidrome.Demo;
using Spotter.Tests.Support;
using Spotter.Tests.Support.Peers;

namespace Spotter.Tests.Navidrome;

/// <summary>Songs as sound, from each kind of server.</summary>
public sealed class NavidromeSongsTests
{
    /// <summary>Ten hours: more than anybody should hold in memory.</summary>
    private static readonly DemoSong Endless = Support.Demo.Song("Endless", "Amber Echo", "Morning", 36_000);

    private static readonly DemoSong Short = Support.Demo.Song("First Light", "Amber Echo", "Morning", 3);

    public static TheoryData<string> Servers => [.. DemoProfile.All.Select(profile => profile.Name)];

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Every_server_sends_the_bytes_that_were_asked_for(string server)
    {
        await using var host = await StartAsync(server, Short);
        var (provider, id) = (host.For(), host.Server.Library.Songs[0].Id);
        var whole = await BytesAsync(await provider.OpenSongAsync(id, null, null, default));

        await using var rest = await provider.OpenSongAsync(id, new ByteRange(20_000, null), null, default);
        Assert.Equal("audio/wav", rest.ContentType);
        Assert.Equal(((20_000, whole.Length - 1), whole.Length, whole.Length - 20_000), (rest.Part!.Value, rest.FileLength!.Value, rest.Length!.Value));
        Assert.Equal(whole[20_000..], await BytesAsync(rest));
        Assert.Equal(whole[100..200], await BytesAsync(await provider.OpenSongAsync(id, new ByteRange(100, 199), null, default)));
        Assert.Equal(whole[^10..], await BytesAsync(await provider.OpenSongAsync(id, new ByteRange(null, 10), null, default)));

        await using var outside = await provider.OpenSongAsync(id, new ByteRange(whole.Length, null), null, default);
        Assert.Equal((true, whole.Length), (outside.IsOutside, outside.FileLength!.Value));

        // Secrets stay out of the address, and nothing is reported as heard.
        Assert.All(host.Server.Log.Requests.Where(request => request.Method == "stream"), request => Assert.Equal("?f=json", request.Query));
        Assert.All(host.Server.Log.Requests.Where(request => request.Method == "stream"), request => Assert.Equal("raw", request.Find("format")));
        Assert.Equal(0, host.Server.Log.CountOf("scrobble"));
    }

    [Theory]
    [InlineData("Navidrome 0.64", true)]
    [InlineData("gonic", true)]
    [InlineData("bare Subsonic", false)]
    public async Task A_conversion_starts_in_the_middle_where_the_server_converts(string server, bool converts)
    {
        await using var host = await StartAsync(server, Endless);
        var (provider, id) = (host.For(), host.Server.Library.Songs[0].Id);
        await provider.ReadStampAsync(default); // so that the server is known

        if (!converts)
        {
            var refusal = await Assert.ThrowsAsync<ProviderException>(() => provider.OpenSongAsync(id, null, SongConversion.ToMp3(60), default));
            Assert.Equal(ProviderFailure.Forbidden, refusal.Failure);
            Assert.IsType<Fact.SongNotConverted>(refusal.Reason);
            return;
        }

        await using var sound = await provider.OpenSongAsync(id, new ByteRange(5, null), SongConversion.ToMp3(60), default);
        Assert.Equal(("audio/mpeg", null, null), (sound.ContentType, sound.Length, sound.Part));
        var asked = host.Server.Log.Requests[^1];
        Assert.Equal(("mp3", "192", "60", false), (asked.Find("format"), asked.Find("maxBitRate"), asked.Find("timeOffset"), asked.Headers.ContainsKey("Range")));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_song_that_the_server_does_not_know_is_not_found(string server)
    {
        await using var host = await StartAsync(server, Short);
        var other = await DemoServer.StartAsync(new DemoServerOptions { Profile = host.Server.Profile, Songs = [Endless, Endless with { Id = "b", Title = "Other" }, Short with { Id = "c", Title = "Another" }] });
        await using var _ = other;

        var failure = await Assert.ThrowsAsync<ProviderException>(() => host.For().OpenSongAsync(other.Library.Songs[^1].Id, null, null, default));

        Assert.Equal(ProviderFailure.NotFound, failure.Failure);
    }

    [Fact]
    public async Task An_endless_song_is_there_at_once_and_never_held()
    {
        await using var host = await StartAsync("Navidrome 0.64", Endless);
        var before = GC.GetTotalAllocatedBytes(precise: true);

        await using var sound = await host.For().OpenSongAsync(host.Server.Library.Songs[0].Id, new ByteRange(200_000_000, null), null, default);
        var piece = new byte[1024];
        await sound.Content.ReadExactlyAsync(piece);

        Assert.True(sound.Length > 100_000_000);
        Assert.True(GC.GetTotalAllocatedBytes(precise: true) - before < 50_000_000);
    }

    [Theory]
    [InlineData("a sign-in page", "text/html", "<!doctype html><title>Sign in</title>", typeof(Fact.ProxyInFront))]
    [InlineData("a picture", "image/png", "not audio", typeof(Fact.SongNotAudio))]
    [InlineData("anything", "application/octet-stream", "not audio", typeof(Fact.SongNotAudio))]
    public async Task Only_audio_is_passed_on(string reason, string contentType, string body, Type expected)
    {
        await using var host = await StartAsync("Navidrome 0.64", Short);
        host.Server.Fault = request => request.Method == "stream" ? DemoFault.Answer(200, contentType, body) : null;

        var failure = await Assert.ThrowsAsync<ProviderException>(() => host.For().OpenSongAsync(host.Server.Library.Songs[0].Id, null, null, default));

        Assert.Equal(ProviderFailure.Malformed, failure.Failure);
        Assert.True(Parts(failure.Reason).Any(expected.IsInstanceOfType), $"{reason}: {failure.Reason}");
    }

    [Fact]
    public async Task A_connection_that_breaks_in_the_middle_breaks_the_reading()
    {
        await using var host = await StartAsync("Navidrome 0.64", Short);
        host.Server.Fault = request => request.Method == "stream" ? DemoFault.Truncate() : null;

        // The reset may overtake even the beginning.
        var failure = await Record.ExceptionAsync(async () => await BytesAsync(await host.For().OpenSongAsync(host.Server.Library.Songs[0].Id, null, null, default)));

        Assert.True(failure is IOException or HttpRequestException or ProviderException { Failure: ProviderFailure.Unavailable }, $"{failure}");
    }

    [PeerFact]
    public async Task A_real_server_sends_a_real_file_from_any_byte()
    {
        await using var server = await SupysonicServer.StartAsync(new MusicFile("Ann/Alpha/01 One.flac", "Ann", "One", "Alpha", 30));
        await using var given = new GivenServer(server.Address, SupysonicServer.Username, SupysonicServer.Password);
        var file = await File.ReadAllBytesAsync(Path.Combine(server.MusicFolder, "Ann/Alpha/01 One.flac"));
        var song = Assert.Single((await given.Provider.ReadLibraryAsync(null, default)).Songs);

        await using var sound = await given.Provider.OpenSongAsync(song.Id, new ByteRange(file.Length / 2, null), null, default);
        Assert.StartsWith("audio/", sound.ContentType, StringComparison.Ordinal);
        Assert.Equal((file.Length / 2, file.Length - 1), sound.Part);
        Assert.Equal(file[(file.Length / 2)..], await BytesAsync(sound));
        Assert.Equal(file, await BytesAsync(await given.Provider.OpenSongAsync(song.Id, null, null, default)));

        var refusal = await Assert.ThrowsAsync<ProviderException>(() => given.Provider.OpenSongAsync(song.Id, null, SongConversion.ToMp3(5), default));
        Assert.IsType<Fact.SongNotConverted>(refusal.Reason);
    }

    private static Task<NavidromeFixture> StartAsync(string server, params IReadOnlyList<DemoSong> songs)
        => NavidromeFixture.StartAsync(new DemoServerOptions { Profile = DemoProfile.All.Single(profile => profile.Name == server), Songs = songs });

    private static IEnumerable<Fact> Parts(Fact reason) => reason is Fact.Several several ? several.Facts : [reason];

    private static async Task<byte[]> BytesAsync(SongStream sound)
    {
        await using (sound)
        {
            using var bytes = new MemoryStream();
            await sound.Content.CopyToAsync(bytes);
            return bytes.ToArray();
        }
    }
}
