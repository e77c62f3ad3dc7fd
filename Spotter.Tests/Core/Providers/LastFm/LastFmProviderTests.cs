using Microsoft.Extensions.DependencyInjection;
using Spotter.Core.Providers;
using Spotter.Core.Providers.Http;
using Spotter.Core.Providers.LastFm;
using Spotter.Core.Sources;
using Spotter.Tests.Support;
using Spotter.Tests.Support.Sources;

namespace Spotter.Tests.Core.Providers.LastFm;

/// <summary>The provider over real HTTP against the double, with pauses that end at once.</summary>
public sealed class LastFmProviderTests : IAsyncLifetime, IDisposable
{
    private readonly TestDatabase _database = new();
    private readonly HastyClock _clock = new(SourceResilience.AttemptTimeout, SourceResilience.TotalTimeout);
    private LastFmDouble _service = null!;
    private ServiceProvider _services = null!;

    private ISourceFactory Factory => (ISourceFactory)_services.GetRequiredService<IProviderFactory>();

    public async Task InitializeAsync()
    {
        _service = await LastFmDouble.StartAsync();
        _services = Wire();
    }

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        await _service.DisposeAsync();
    }

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task What_is_loved_comes_whole_page_by_page()
    {
        _service.PageSize = 3;
        _service.Loved.AddRange(Enumerable.Range(1, 8).Select(i => ($"Song {i}", "Ada", 180)));

        var playlist = (await Open().GetPlaylistAsync("loved:ann", default))!;

        Assert.Equal(Enumerable.Range(1, 8).Select(i => $"Song {i}"), playlist.Tracks.Select(track => track.Title));
        Assert.Equal(("Ada", 180_000, (string?)null), (playlist.Tracks[0].ArtistLine, playlist.Tracks[0].DurationMs, playlist.Tracks[0].RecordingMbid));
        Assert.Equal(("Loved tracks (Last.fm)", 8), (playlist.Summary.Name, playlist.Summary.TrackCount));
    }

    [Fact]
    public async Task A_list_of_one_comes_as_its_only_element_and_of_none_as_nothing()
    {
        Assert.Empty((await Open().GetPlaylistAsync("loved:ann", default))!.Tracks);
        _service.Loved.Add(("Harbour", "Ada", 0));

        var only = Assert.Single((await Open().GetPlaylistAsync("loved:ann", default))!.Tracks);

        Assert.Equal(("Harbour", null), (only.Title, only.DurationMs));
    }

    [Fact]
    public async Task A_page_that_does_not_come_is_a_failure_and_not_the_end()
    {
        _service.PageSize = 2;
        _service.Loved.AddRange(Enumerable.Range(1, 5).Select(i => ($"Song {i}", "Ada", 180)));
        _service.Mutate = body =>
        {
            if (body["lovedtracks"]!["@attr"]!["page"]!.GetValue<string>() == "2")
            {
                body["lovedtracks"]!["track"] = new System.Text.Json.Nodes.JsonArray();
            }
        };

        var failure = await Assert.ThrowsAsync<ProviderException>(() => Open().GetPlaylistAsync("loved:ann", default));

        Assert.Equal(ProviderFailure.Unavailable, failure.Failure);
    }

    [Fact]
    public async Task What_was_heard_stands_once_in_a_playlist_and_what_plays_at_this_moment_not_yet()
    {
        _service.IsPlaying = true;
        _service.Heard.AddRange([("Now", "Ada", 0), ("Harbour", "Ada", 0), ("Light", "Bo", 0), ("Harbour", "Ada", 0)]);

        var playlist = (await Open().GetPlaylistAsync("recent:ann", default))!;

        Assert.Equal(["Harbour", "Light"], playlist.Tracks.Select(track => track.Title));
        Assert.Equal(("Ada", "Album"), (playlist.Tracks[0].ArtistLine, playlist.Tracks[0].Album));
    }

    [Fact]
    public async Task Every_list_of_a_user_is_offered_and_can_be_read()
    {
        _service.Loved.Add(("Harbour", "Ada", 180));
        foreach (var period in new[] { "7day", "1month", "3month", "6month", "12month", "overall" })
        {
            _service.Top[period] = [($"Best of {period}", "Ada", 200), ("Second", "Bo", 100)];
        }

        var listed = await Open().ListPlaylistsAsync(default);
        var read = new List<string>();
        foreach (var summary in listed)
        {
            var playlist = (await Open().GetPlaylistAsync(summary.RemoteId, default))!;
            Assert.Equal((summary.RemoteId, summary.Name), (playlist.Summary.RemoteId, playlist.Summary.Name));
            read.AddRange(playlist.Tracks.Take(1).Select(track => track.Title));
        }

        Assert.Equal(8, listed.Count);
        Assert.Equal(["Harbour", "Best of 7day", "Best of 1month", "Best of 3month", "Best of 6month", "Best of 12month", "Best of overall"], read);
        Assert.Equal((1, "Loved tracks (Last.fm)"), (listed[0].TrackCount, listed[0].Name));
    }

    [Fact]
    public async Task The_stamp_of_what_is_loved_moves_with_it()
    {
        _service.Loved.Add(("Harbour", "Ada", 180));
        var before = (await Open().ListPlaylistsAsync(default))[0].Version;
        var content = (await Open().GetPlaylistAsync("loved:ann", default))!.Summary.Version;
        _service.Loved.Insert(0, ("Light", "Bo", 180));

        Assert.NotNull(before);
        Assert.Equal(before, content);
        Assert.NotEqual(before, (await Open().ListPlaylistsAsync(default))[0].Version);
    }

    [Theory]
    [InlineData("ann", LastFmDouble.Key, null)]
    [InlineData("nobody", LastFmDouble.Key, "Last.fm knows no user 'nobody'. Compare it with the address of your profile there.")]
    [InlineData("ann", "wrong", "Last.fm does not accept the API key. Copy it again from your API accounts there, or ask whoever runs this Spotter.")]
    public async Task The_form_is_proved_before_it_is_kept_whatever_the_status_of_a_refusal(string user, string key, string? problem)
    {
        foreach (var politely in new[] { false, true })
        {
            _service.RefusesPolitely = politely;
            var check = Open(user, key).CheckAsync(default);
            if (problem is null)
            {
                Assert.Equal(new SourceOwner("ann", "Ann"), await check);
                continue;
            }

            var refusal = await Assert.ThrowsAsync<ProviderException>(() => check);
            Assert.Equal((ProviderFailure.Unauthorized, problem), (refusal.Failure, refusal.Words));
            Assert.DoesNotContain(key, refusal.ToString().Replace("does not accept", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(17, ProviderFailure.Forbidden, "private")]
    [InlineData(26, ProviderFailure.Unauthorized, "suspended")]
    [InlineData(9, ProviderFailure.Unauthorized, "Connect it again")]
    [InlineData(11, ProviderFailure.Unavailable, "not available")]
    [InlineData(16, ProviderFailure.Unavailable, "not available")]
    [InlineData(99, ProviderFailure.Malformed, "error 99")]
    public async Task Every_refusal_is_sorted_by_what_happens_next(int code, ProviderFailure failure, string words)
    {
        _service.Fail("/2.0", 200, $$"""{"error":{{code}},"message":"No."}""");
        _service.Fail("/2.0", 400, $$"""{"error":{{code}},"message":"No."}""");

        foreach (var _ in new[] { 200, 400 })
        {
            var refusal = await Assert.ThrowsAsync<ProviderException>(() => Open().ListPlaylistsAsync(default));
            Assert.Equal(failure, refusal.Failure);
            Assert.Contains(words, refusal.Words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Asked_too_often_everybody_leaves_it_alone_for_a_while()
    {
        _service.Fail("/2.0", 200, """{"error":29,"message":"Rate limit exceeded"}""");

        var first = await Assert.ThrowsAsync<ProviderException>(() => Open().ListPlaylistsAsync(default));
        var asked = _service.Requests.Count;
        var second = await Assert.ThrowsAsync<ProviderException>(() => Open("bob").CheckAsync(default));

        Assert.Equal(asked, _service.Requests.Count);
        Assert.NotNull(first.RetryAt);
        Assert.Equal("Last.fm is receiving too many requests at the moment.", second.Words);
    }

    [Theory]
    [InlineData("""{"lovedtracks":{"@attr":{"total":"3","totalPages":"1"},"tracks":[]}}""")]
    [InlineData("""{"loved":{}}""")]
    [InlineData("""{"lovedtracks":{"track":[""")]
    [InlineData("<!doctype html><title>Sign in</title>")]
    public async Task An_answer_that_is_none_is_said_and_never_an_empty_list(string body)
    {
        _service.Fail("/2.0", 200, body);

        var failure = await Assert.ThrowsAsync<ProviderException>(() => Open().GetPlaylistAsync("loved:ann", default));

        Assert.Equal(ProviderFailure.Malformed, failure.Failure);
    }

    [Fact]
    public async Task The_key_is_asked_for_only_where_the_installation_has_none()
    {
        await using var shared = Wire(("Sources:LastFm:ApiKey", LastFmDouble.Key));
        var factory = (ISourceFactory)shared.GetRequiredService<IProviderFactory>();

        Assert.True(Assert.Single(Factory.Fields, field => field.IsSecret).IsRequired);
        Assert.False(Assert.Single(factory.Fields, field => field.IsSecret).IsRequired);
        Assert.Equal("Ann", (await factory.Open(new SourceSession(SourceSetup.Values(("user", "ann")))).CheckAsync(default)).Name);
        var refusal = await Assert.ThrowsAsync<ProviderException>(() => Open("ann", null).CheckAsync(default));
        Assert.Contains("Sources:LastFm:ApiKey", refusal.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://www.last.fm/charts", "chart:")]
    [InlineData("https://www.last.fm/tag/trip+hop/tracks", "tag:trip hop")]
    [InlineData("https://www.last.fm/de/tag/Rock", "tag:rock")]
    [InlineData("https://www.last.fm/music/Nick+Cave+&+the+Bad+Seeds/+tracks", "artist:Nick Cave & the Bad Seeds")]
    [InlineData("https://www.last.fm/music/Bj%C3%B6rk", "artist:Björk")]
    [InlineData("https://www.last.fm/user/Ann/loved", "loved:ann")]
    [InlineData("https://www.last.fm/music/Ada/_/Harbour", null)]
    [InlineData("https://www.last.fm/user/Ann", null)]
    [InlineData("https://example.org/charts", null)]
    public void A_link_to_a_public_list_is_recognised(string link, string? remoteId) => Assert.Equal(remoteId, ((ILinkReader)Factory).FindRemoteId(new Uri(link)));

    [Fact]
    public async Task Public_lists_are_read_and_unknown_ones_are_no_list()
    {
        _service.Top["chart"] = [("One", "Ada", 180), ("Two", "Bo", 180)];
        _service.Top["trip hop"] = [("Tagged", "Cy", 180), ("Too", "Cy", 180)];
        _service.Top["Björk"] = [("Joga", "Björk", 305), ("Hunter", "Björk", 255)];
        var source = Open(null);

        Assert.Equal(["One", "Two"], (await source.GetPlaylistAsync("chart:", default))!.Tracks.Select(track => track.Title));
        Assert.Equal("Top tracks: trip hop (Last.fm)", (await source.GetPlaylistAsync("tag:trip hop", default))!.Summary.Name);
        Assert.Equal(305_000, (await source.GetPlaylistAsync("artist:Björk", default))!.Tracks[0].DurationMs);
        Assert.Empty(await source.ListPlaylistsAsync(default));
        Assert.Null(await source.GetPlaylistAsync("top-1century:ann", default));
        var unknown = await Assert.ThrowsAsync<ProviderException>(() => source.GetPlaylistAsync("artist:Nobody", default));
        Assert.Equal(ProviderFailure.NotFound, unknown.Failure);
    }

    private IConnectedSource Open(string? user = "ann", string? key = LastFmDouble.Key) => Factory.Open(new SourceSession(SourceSetup.Values(("user", user), ("apiKey", key))));

    private ServiceProvider Wire(params (string Key, string Value)[] settings) => new ServiceCollection().AddLogging()
        .AddSingleton<IServicePauses>(new ServicePauses(_database))
        .AddSingleton<TimeProvider>(_clock)
        .AddSettings([("Sources:LastFm:BaseUrl", new Uri(_service.Address, "/2.0").AbsoluteUri), .. settings])
        .AddLastFm()
        .BuildServiceProvider();
}
