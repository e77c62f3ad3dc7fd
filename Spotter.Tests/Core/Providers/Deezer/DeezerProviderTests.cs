using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Spotter.Core.Providers;
using Spotter.Core.Providers.Deezer;
using Spotter.Core.Providers.Http;
using Spotter.Core.Sources;
using Spotter.Core.Tracks;
using Spotter.Tests.Support;
using Spotter.Tests.Support.Sources;

namespace Spotter.Tests.Core.Providers.Deezer;

/// <summary>The provider over real HTTP against the double, with pauses that end at once.</summary>
public sealed class DeezerProviderTests : IAsyncLifetime, IDisposable
{
    private readonly HastyClock _clock = new(SourceResilience.AttemptTimeout, SourceResilience.TotalTimeout);
    private readonly TestDatabase _database = new();
    private DeezerDouble _service = null!;
    private ServiceProvider _services = null!;

    public async Task InitializeAsync()
    {
        _service = await DeezerDouble.StartAsync();
        _services = new ServiceCollection().AddLogging()
            .AddSingleton<IServicePauses>(new ServicePauses(_database))
            .AddSingleton<TimeProvider>(_clock)
            .AddSettings(("Sources:Deezer:BaseUrl", _service.Address.AbsoluteUri))
            .AddDeezer()
            .BuildServiceProvider();
    }

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        await _service.DisposeAsync();
    }

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task A_playlist_comes_in_order_with_everything_that_helps_to_find_its_songs()
    {
        _service.Add("1", "Road trip", ("Harbour", "Ada", 180), ("Light", "Bo", 200), ("Harbour", "Ada", 180)).Description = "By the sea";
        _service.Mutate = (what, body) =>
        {
            if (what == "tracks")
            {
                var track = body["data"]![1]!.AsObject();
                track["isrc"] = "gb-aye-00-00123";
                track["title"] = "Light (feat. Cy)";
                track["contributors"] = new JsonArray(new JsonObject { ["name"] = "Bo", ["role"] = "Main" }, new JsonObject { ["name"] = "Cy", ["role"] = "Main" });
            }
        };

        var playlist = (await ReadAsync("1"))!;

        Assert.Equal(["Harbour", "Light (feat. Cy)", "Harbour"], playlist.Tracks.Select(track => track.Title));
        Assert.Equal(["Bo", "Cy"], playlist.Tracks[1].Artists);
        Assert.Equal(("GBAYE0000123", 200_000, "Album"), (playlist.Tracks[1].Isrc, playlist.Tracks[1].DurationMs, playlist.Tracks[1].Album));
        Assert.Equal((null, "Ada"), (playlist.Tracks[0].Isrc, Assert.Single(playlist.Tracks[0].Artists)));
        Assert.StartsWith("deezer:", playlist.Tracks[0].ProviderTrackId, StringComparison.Ordinal);
        Assert.Equal(
            ("1", "Road trip", 3, "By the sea", "https://www.deezer.com/playlist/1", "https://cdn-images.dzcdn.net/images/playlist/1/1000x1000.jpg"),
            (playlist.Summary.RemoteId, playlist.Summary.Name, playlist.Summary.TrackCount, playlist.Summary.Description, playlist.Summary.ExternalUrl, playlist.Summary.Image));
    }

    [Theory]
    [InlineData(100)]
    [InlineData(7)]
    public async Task Every_page_is_read_however_long_the_service_makes_them(int pageSize)
    {
        _service.PageSize = pageSize;
        _service.Add("1", "Long", Enumerable.Range(1, 250).Select(i => ($"Song {i}", "Ada", 180)));

        var playlist = (await ReadAsync("1"))!;

        Assert.Equal(Enumerable.Range(1, 250).Select(i => $"Song {i}"), playlist.Tracks.Select(track => track.Title));
    }

    [Fact]
    public async Task Rows_that_Deezer_no_longer_has_are_counted_there_and_missing_here()
    {
        var list = _service.Add("1", "Long", Enumerable.Range(1, 210).Select(i => ($"Song {i}", "Ada", 180)));
        list.Withdrawn.UnionWith(["Song 3", "Song 100", "Song 101", "Song 210"]);

        var playlist = (await ReadAsync("1"))!;

        Assert.Equal((206, 206), (playlist.Tracks.Count, playlist.Summary.TrackCount));
    }

    [Theory]
    [InlineData("no next", null, ProviderFailure.Unavailable)]
    [InlineData("the same page again", "https://api.deezer.com/playlist/1/tracks?limit=100&index=0", ProviderFailure.Malformed)]
    [InlineData("no place in it", "https://api.deezer.com/playlist/1/tracks", ProviderFailure.Malformed)]
    [InlineData("a place that is no number", "https://api.deezer.com/playlist/1/tracks?index=99999999999", ProviderFailure.Malformed)]
    public async Task A_list_that_breaks_off_is_a_failure_and_not_the_end(string why, string? next, ProviderFailure expected)
    {
        _service.Add("1", "Long", Enumerable.Range(1, 150).Select(i => ($"Song {i}", "Ada", 180)));
        _service.Mutate = (what, body) =>
        {
            if (what == "tracks" && body.ContainsKey("next"))
            {
                body["next"] = next;
            }
        };

        var failure = await Assert.ThrowsAsync<ProviderException>(() => ReadAsync("1"));

        Assert.Equal((why, expected), (why, failure.Failure));
    }

    [Fact]
    public async Task Where_the_next_page_is_said_to_be_elsewhere_nobody_goes_there()
    {
        _service.Add("1", "Long", Enumerable.Range(1, 150).Select(i => ($"Song {i}", "Ada", 180)));
        _service.Mutate = (what, body) => body["next"] = body.ContainsKey("next") ? "http://127.0.0.1:1/elsewhere?index=100" : null;

        Assert.Equal(150, (await ReadAsync("1"))!.Tracks.Count);
    }

    [Fact]
    public async Task The_stamp_moves_with_the_content()
    {
        var list = _service.Add("1", "Road trip", ("Harbour", "Ada", 180));
        var before = (await ReadAsync("1"))!.Summary.Version;
        var again = (await ReadAsync("1"))!.Summary.Version;
        list.Edit(("Light", "Ada", 180));

        Assert.NotNull(before);
        Assert.Equal(before, again);
        Assert.NotEqual(before, (await ReadAsync("1"))!.Summary.Version);
    }

    [Fact]
    public async Task A_playlist_that_is_gone_is_null_and_an_empty_one_is_empty()
    {
        _service.Add("2", "Empty");

        Assert.Null(await ReadAsync("404"));
        Assert.Empty((await ReadAsync("2"))!.Tracks);
    }

    [Fact]
    public async Task A_private_playlist_says_that_it_is_and_the_way_round()
    {
        _service.Add("1", "Secret", ("Harbour", "Ada", 180)).IsPublic = false;

        var refusal = await Assert.ThrowsAsync<ProviderException>(() => ReadAsync("1"));

        Assert.Equal(
            (ProviderFailure.Forbidden, "Deezer keeps this playlist private. Make it public there, or export it with TuneMyMusic or Soundiiz and import the file."),
            (refusal.Failure, refusal.Words));
    }

    [Theory]
    [InlineData(200, ProviderFailure.Forbidden, "private")]
    [InlineData(300, ProviderFailure.Forbidden, "private")]
    [InlineData(700, ProviderFailure.Unavailable, "busy")]
    [InlineData(500, ProviderFailure.Malformed, "error 500")]
    [InlineData(600, ProviderFailure.Malformed, "error 600")]
    public async Task Every_refusal_is_sorted_by_what_happens_next(int code, ProviderFailure failure, string words)
    {
        _service.Add("1", "Road trip", ("Harbour", "Ada", 180));
        foreach (var path in new[] { "/playlist/1", "/playlist/1/tracks" })
        {
            _service.Fail(path, 200, DeezerDouble.Refusal(code));
            var refusal = await Assert.ThrowsAsync<ProviderException>(() => ReadAsync("1"));

            Assert.Equal(failure, refusal.Failure);
            Assert.Contains(words, refusal.Words, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Asked_too_often_everybody_leaves_it_alone_for_a_while()
    {
        _service.Add("1", "Road trip", ("Harbour", "Ada", 180));
        _service.Fail("/playlist", 200, DeezerDouble.Refusal(4, message: "Quota limit exceeded"));

        var first = await Assert.ThrowsAsync<ProviderException>(() => ReadAsync("1"));
        var asked = _service.Requests.Count;
        var second = await Assert.ThrowsAsync<ProviderException>(() => ReadAsync("1"));

        Assert.Equal(asked, _service.Requests.Count);
        Assert.Equal("Deezer is receiving too many requests at the moment.", second.Words);
        Assert.All([first, second], failure => Assert.NotNull(failure.RetryAt));
        await using var db = _database.CreateDbContext();
        Assert.Equal("deezer", (await db.ServicePauses.SingleAsync()).Kind);
    }

    [Fact]
    public async Task A_wait_of_hours_is_believed_by_everybody()
    {
        _service.Fail("/playlist", 429, retryAfter: TimeSpan.FromHours(3));

        var first = await Assert.ThrowsAsync<ProviderException>(() => ReadAsync("1"));
        var asked = _service.Requests.Count;
        var second = await Assert.ThrowsAsync<ProviderException>(() => ReadAsync("2"));

        Assert.Equal((asked, first.RetryAt), (_service.Requests.Count, second.RetryAt));
        Assert.InRange(second.RetryAt!.Value - _clock.GetUtcNow(), TimeSpan.FromHours(2.9), TimeSpan.FromHours(3));
    }

    [Fact]
    public async Task What_is_out_of_order_for_a_moment_is_asked_again()
    {
        _service.Add("1", "Road trip", ("Harbour", "Ada", 180));
        _service.Fail("/playlist", 503);
        _service.Fail("/playlist", 429, retryAfter: TimeSpan.FromSeconds(3));
        _service.Fail("/playlist", async context =>
        {
            await context.Response.WriteAsync("{\"tit");
            context.Abort();
        });

        Assert.Single((await ReadAsync("1"))!.Tracks);
        Assert.True(_clock.Pauses >= 3);
    }

    [Theory]
    [InlineData("no JSON at all", "{\"title\": ")]
    [InlineData("another shape", "[1, 2]")]
    [InlineData("nothing", "false")]
    [InlineData("an empty object", "{}")]
    [InlineData("a login page", "<!doctype html><title>Sign in</title>")]
    public async Task An_answer_that_is_none_is_said_and_never_an_empty_list(string why, string body)
    {
        _service.Add("1", "Road trip", ("Harbour", "Ada", 180));
        foreach (var path in new[] { "/playlist/1", "/playlist/1/tracks" })
        {
            _service.Fail(path, 200, body);
            var failure = await Assert.ThrowsAsync<ProviderException>(() => ReadAsync("1"));

            Assert.Equal((why, ProviderFailure.Malformed), (why, failure.Failure));
        }
    }

    [Theory]
    [InlineData("playlist", "title")]
    [InlineData("tracks", "data")]
    [InlineData("tracks", "total")]
    public async Task A_field_that_was_renamed_is_a_failure_and_not_an_empty_playlist(string answer, string field)
    {
        _service.Add("1", "Road trip", ("Harbour", "Ada", 180));
        _service.Mutate = (what, body) =>
        {
            if (what == answer)
            {
                body["renamed"] = body[field]!.DeepClone();
                body.Remove(field);
            }
        };

        Assert.Equal(ProviderFailure.Malformed, (await Assert.ThrowsAsync<ProviderException>(() => ReadAsync("1"))).Failure);
    }

    [Fact]
    public async Task Rows_that_say_nothing_are_left_out_and_the_others_say_what_they_know()
    {
        _service.Add("1", "Road trip", ("Harbour", "Ada", 180), ("Light", "Bo", 0), ("", "Cy", 10));
        _service.Mutate = (what, body) =>
        {
            if (what == "tracks")
            {
                var rows = body["data"]!.AsArray();
                rows.Insert(0, null);
                rows[1]!.AsObject()["title"] = null;
                rows[1]!.AsObject()["title_version"] = "(Live)";
                rows[1]!.AsObject()["album"] = null;
                rows[2]!.AsObject()["artist"] = null;
                rows[2]!.AsObject()["id"] = null;
                rows[2]!.AsObject()["isrc"] = "no code";
            }
        };

        var tracks = (await ReadAsync("1"))!.Tracks;

        Assert.Equal(["Harbour (Live)", "Light"], tracks.Select(track => track.Title));
        Assert.Null(tracks[0].Album);
        Assert.Equal((0, null, null, null), (tracks[1].Artists.Count, tracks[1].DurationMs, tracks[1].ProviderTrackId, tracks[1].Isrc));
    }

    [Fact]
    public async Task An_answer_that_trickles_is_given_up()
    {
        var began = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _service.Fail("/playlist", async context =>
        {
            await context.Response.WriteAsync("{\"title\":");
            await context.Response.Body.FlushAsync();
            began.SetResult();
            await end.Task;
        });

        var reading = ReadAsync("1");
        await began.Task;
        await _clock.ExpireAsync(SourceResilience.AttemptTimeout);
        var failure = await Assert.ThrowsAsync<ProviderException>(() => reading);
        end.SetResult();

        Assert.Equal((ProviderFailure.Unavailable, "Deezer did not answer for 40 seconds. Nothing was changed."), (failure.Failure, failure.Words));
    }

    [Fact]
    public async Task There_is_nothing_to_connect_and_nothing_is_asked_for_that()
    {
        var source = Factory.Open(new SourceSession(SourceValues.None));

        Assert.False(Factory.TakesAccounts);
        Assert.Empty(await source.ListPlaylistsAsync(default));
        Assert.Contains("nothing to sign in to", (await Assert.ThrowsAsync<ProviderException>(() => source.CheckAsync(default))).Words, StringComparison.Ordinal);
        Assert.Empty(_service.Requests);
    }

    private ISourceFactory Factory => (ISourceFactory)_services.GetRequiredService<IProviderFactory>();

    private Task<SourcePlaylist?> ReadAsync(string id) => Factory.Open(new SourceSession(SourceValues.None)).GetPlaylistAsync(id, default);
}
