using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Spotter.Core.Matching.Aliases;
using Spotter.Core.Providers;
using Spotter.Core.Providers.Http;
using Spotter.Core.Providers.MusicBrainz;
using Spotter.Core.Sources;
using Spotter.Core.Telemetry;
using Spotter.Core.Tracks;
using Spotter.Tests.Support;
using Spotter.Tests.Support.Sources;

namespace Spotter.Tests.Core.Providers.MusicBrainz;

/// <summary>The client over real HTTP against the double, with pauses that end at once.</summary>
public sealed class MusicBrainzClientTests : IAsyncLifetime, IDisposable
{
    private readonly HastyClock _clock = new(SourceResilience.AttemptTimeout, SourceResilience.TotalTimeout);
    private readonly TestDatabase _database = new();
    private MusicBrainzDouble _service = null!;
    private ServiceProvider _services = null!;

    public async Task InitializeAsync()
    {
        _service = await MusicBrainzDouble.StartAsync();
        _services = Wire(("Matching:MusicBrainz:BaseUrl", _service.Address.AbsoluteUri), ("Matching:MusicBrainz:Contact", "ann@example.org"));
    }

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        await _service.DisposeAsync();
    }

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task A_code_gives_its_recordings_with_every_code_and_who_is_credited()
    {
        var kaze = _service.AddArtist(1, "藤井風", "Fujii, Kaze");
        var guest = _service.AddArtist(2, "Ada");
        _service.Add(new(MusicBrainzDouble.RecordingId(1), "きらり", kaze, guest)
        {
            LengthMs = 231_493, Isrcs = ["JPPO02100001", "JPPO02100002"], Disambiguation = "single version", Joint = " feat. ",
            Aliases = [("Kirari", "Recording name"), ("kirarii", "Search hint")],
        });

        var recording = Assert.Single(await AskAsync(new() { Title = "Kirari", Isrc = "JPPO02100001" }));

        Assert.Equal((MusicBrainzDouble.RecordingId(1), "きらり", 231_493, "single version", null), (recording.Mbid, recording.Title, recording.DurationMs, recording.Disambiguation, recording.SearchScore));
        Assert.Equal(["JPPO02100001", "JPPO02100002"], recording.Isrcs);
        Assert.Equal(["Kirari"], recording.OtherTitles);
        Assert.Equal([new("藤井風", kaze.Mbid, "藤井風", "Fujii, Kaze", false), new KnownCredit("Ada", guest.Mbid, "Ada", "Ada", true)], recording.Credits);
    }

    [Fact]
    public async Task A_recording_and_a_search_give_recordings_too_without_videos()
    {
        var ada = _service.AddArtist(1, "Ada \"The Voice\" O'Hara");
        _service.Add(new(MusicBrainzDouble.RecordingId(1), "Say \\ \"Hello\"", ada) { Isrcs = ["ZZSPT2600001"], Score = 91 });
        _service.Add(new(MusicBrainzDouble.RecordingId(2), "Say \\ \"Hello\"", ada) { IsVideo = true });
        _service.Add(new(MusicBrainzDouble.RecordingId(3), "Something else", ada) { LengthMs = null });

        var found = Assert.Single(await AskAsync(new() { Title = "Say \\ \"Hello\"", Artists = [ada.Name] }));
        Assert.Equal((MusicBrainzDouble.RecordingId(1), 91), (found.Mbid, found.SearchScore));
        Assert.Equal(["ZZSPT2600001"], found.Isrcs);

        var looked = Assert.Single(await AskAsync(new() { Title = "x", RecordingMbid = MusicBrainzDouble.RecordingId(3) }));
        Assert.Equal(("Something else", null), (looked.Title, looked.DurationMs));
    }

    [Fact]
    public async Task An_artist_comes_with_the_names_that_files_bear()
    {
        var kaze = _service.AddArtist(1, "藤井風", "Fujii, Kaze", ("Fujii Kaze", "Artist name"), ("フジイカゼ", null), ("Kaze Fujii the Person", "Legal name"), ("fuji kaze", "Search hint"));

        var artist = (await Client.FindArtistAsync(kaze.Mbid, default))!;

        Assert.Equal(("藤井風", "Fujii, Kaze"), (artist.Name, artist.SortName));
        Assert.Equal(["Fujii Kaze", "フジイカゼ"], artist.Aliases);
        Assert.Null(await Client.FindArtistAsync(_service.AddArtist(2, "[unknown]").Mbid, default));
        Assert.Null(await Client.FindArtistAsync(MusicBrainzDouble.RecordingId(9), default));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Aliases_that_come_with_a_credit_are_read_with_it(bool come)
    {
        _service.TellsAliasesOfCredits = come;
        var kaze = _service.AddArtist(1, "藤井風", "Fujii, Kaze", ("Fujii Kaze", "Artist name"));
        _service.Add(new(MusicBrainzDouble.RecordingId(1), "きらり", kaze));

        var artists = (await Client.AskAsync(CatalogueQuestion.OfRecording(MusicBrainzDouble.RecordingId(1)), default)).Artists;

        Assert.Equal(come ? [kaze.Mbid] : [], artists.Keys);
        Assert.All(artists.Values, artist => Assert.Equal(["Fujii Kaze"], artist.Aliases));
    }

    [Theory]
    [InlineData("a code that nobody has entered", "ZZSPT2600009")]
    [InlineData("a code that MusicBrainz takes for none", "zz")]
    public async Task What_is_not_known_is_no_failure(string why, string isrc)
        => Assert.True((await AskAsync(new() { Title = "x", Isrc = isrc })).Count == 0, why);

    [Fact]
    public async Task Every_request_says_whom_to_write_to_and_nothing_of_a_user()
    {
        _service.Add(new(MusicBrainzDouble.RecordingId(1), "Halcyon", _service.AddArtist(1, "Ada")));
        await AskAsync(new() { Title = "Halcyon (Live) - Remastered 2011", Artists = ["Ada", "Bob"], Album = "Secret album", Location = "Music/Ada/x.flac", ProviderTrackId = "spotify:track:1" });

        Assert.Equal([$"{SpotterVersion.Product} (ann@example.org)"], _service.UserAgents);
        var request = Uri.UnescapeDataString(Assert.Single(_service.Requests));
        Assert.Equal("GET /ws/2/recording?query=recording:\"Halcyon\" AND artist:\"Ada\"&limit=50&fmt=json", request);
    }

    [Fact]
    public async Task Who_is_turned_away_is_told_what_to_set()
    {
        await using var services = Wire(("Matching:MusicBrainz:BaseUrl", _service.Address + "ws/2/"));

        var failure = await Assert.ThrowsAsync<ProviderException>(() => services.GetRequiredService<MusicBrainzClient>().FindArtistAsync(MusicBrainzDouble.RecordingId(1), default));

        Assert.Equal(ProviderFailure.Forbidden, failure.Failure);
        Assert.Contains("Matching:MusicBrainz:Contact", failure.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_short_wait_is_waited_for_and_a_long_one_is_kept_for_everybody()
    {
        var ada = _service.AddArtist(1, "Ada");
        _service.Fail("/ws/2/artist", 503, """{"error":"Your requests are exceeding the allowable rate limit."}""", TimeSpan.FromSeconds(5));
        Assert.NotNull(await Client.FindArtistAsync(ada.Mbid, default));
        Assert.Equal(2, _service.Requests.Count);

        _service.Fail("/ws/2/artist", 503, retryAfter: TimeSpan.FromHours(1));
        var failure = await Assert.ThrowsAsync<ProviderException>(() => Client.FindArtistAsync(ada.Mbid, default));
        Assert.Equal(ProviderFailure.Unavailable, failure.Failure);
        Assert.NotNull(failure.RetryAt);

        // No other process calls either.
        var asked = _service.Requests.Count;
        await using var another = Wire(("Matching:MusicBrainz:BaseUrl", _service.Address.AbsoluteUri), ("Matching:MusicBrainz:Contact", "ann@example.org"));
        await Assert.ThrowsAsync<ProviderException>(() => another.GetRequiredService<MusicBrainzClient>().FindArtistAsync(ada.Mbid, default));
        Assert.Equal(asked, _service.Requests.Count);
    }

    [Fact]
    public async Task Requests_of_the_whole_process_are_a_second_apart()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider();
        await using var services = new ServiceCollection().AddLogging().AddSingleton<IServicePauses>(new ServicePauses(_database))
            .AddSingleton<TimeProvider>(clock).AddSettings().AddMusicBrainz().BuildServiceProvider();
        var gate = services.GetRequiredKeyedService<ServiceGate>(MusicBrainzClient.Kind);
        await gate.EnterAsync(default);

        var (second, third) = (gate.EnterAsync(default), gate.EnterAsync(default));
        await gate.FindPauseAsync(default);
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(second.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(0.1));
        await second;
        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(third.IsCompleted);
        clock.Advance(TimeSpan.FromSeconds(0.1));
        await third;
    }

    [Fact]
    public async Task An_answer_that_has_moved_or_is_far_too_large_is_a_failure_and_not_a_miss()
    {
        _service.Add(new(MusicBrainzDouble.RecordingId(1), "Halcyon", _service.AddArtist(1, "Ada")) { Isrcs = ["ZZSPT2600001"] });
        _service.Mutate = body => body.Remove("recordings");
        await FailsAsync(ProviderFailure.Malformed);

        _service.Mutate = body => body["padding"] = new string('x', 5 * 1024 * 1024);
        await FailsAsync(ProviderFailure.Malformed);

        _service.Mutate = null;
        _service.Fail("/ws/2/isrc", context =>
        {
            context.Response.ContentType = "text/html";
            return context.Response.WriteAsync("<html>Sign in to this network</html>");
        });
        await FailsAsync(ProviderFailure.Malformed);
    }

    [Fact]
    public async Task Older_answers_of_a_search_are_understood()
    {
        _service.Add(new(MusicBrainzDouble.RecordingId(1), "Halcyon", _service.AddArtist(1, "Ada")) { Isrcs = ["ZZSPT2600001"] });
        _service.Mutate = body =>
        {
            var hit = body["recordings"]![0]!;
            hit["score"] = "97";
            hit["isrcs"] = new JsonArray(new JsonObject { ["id"] = "ZZSPT2600001" });
        };

        var found = Assert.Single(await AskAsync(new() { Title = "Halcyon", Artists = ["Ada"] }));

        Assert.Equal(97, found.SearchScore);
        Assert.Equal(["ZZSPT2600001"], found.Isrcs);
    }

    private MusicBrainzClient Client => _services.GetRequiredService<MusicBrainzClient>();

    private async Task<IReadOnlyList<KnownRecording>> AskAsync(SourceTrack track) => (await Client.AskAsync(CatalogueQuestion.Of(track)[0], default)).Recordings;

    private async Task FailsAsync(ProviderFailure expected)
        => Assert.Equal(expected, (await Assert.ThrowsAsync<ProviderException>(() => AskAsync(new() { Title = "x", Isrc = "ZZSPT2600001" }))).Failure);

    private ServiceProvider Wire(params (string Key, string Value)[] settings)
        => new ServiceCollection().AddLogging().AddSingleton<IServicePauses>(new ServicePauses(_database)).AddSingleton<TimeProvider>(_clock)
            .AddSettings(settings).AddMusicBrainz().BuildServiceProvider();
}
