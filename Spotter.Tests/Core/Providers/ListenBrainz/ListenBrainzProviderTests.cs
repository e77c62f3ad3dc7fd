using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Spotter.Core.Providers;
using Spotter.Core.Providers.Http;
using Spotter.Core.Providers.ListenBrainz;
using Spotter.Core.Sources;
using Spotter.Tests.Support;
using Spotter.Tests.Support.Sources;

namespace Spotter.Tests.Core.Providers.ListenBrainz;

/// <summary>The provider over real HTTP against the double, with pauses that end at once.</summary>
public sealed class ListenBrainzProviderTests : IAsyncLifetime, IDisposable
{
    private readonly HastyClock _clock = new(SourceResilience.AttemptTimeout, SourceResilience.TotalTimeout);
    private readonly TestDatabase _database = new();
    private ListenBrainzDouble _service = null!;
    private ServiceProvider _services = null!;

    public async Task InitializeAsync()
    {
        _service = await ListenBrainzDouble.StartAsync();
        _services = new ServiceCollection().AddLogging()
            .AddSingleton<IServicePauses>(new ServicePauses(_database))
            .AddSingleton<TimeProvider>(_clock)
            .AddSettings(("Sources:ListenBrainz:BaseUrl", _service.Address.AbsoluteUri))
            .AddListenBrainz()
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
        var list = Add(1, "Road trip");
        list.Edit(Track(1, "Harbour", "Ada", "Bo"), Track(2, "Light", "Cy"), Track(1, "Harbour", "Ada", "Bo"));

        var playlist = (await Open().GetPlaylistAsync(list.Mbid, default))!;

        Assert.Equal(["Harbour", "Light", "Harbour"], playlist.Tracks.Select(track => track.Title));
        Assert.Equal(["Ada", "Bo"], playlist.Tracks[0].Artists);
        Assert.Equal(
            (ListenBrainzDouble.Recording(2), 180_000, "Album", (string?)null),
            (playlist.Tracks[1].RecordingMbid, playlist.Tracks[1].DurationMs, playlist.Tracks[1].Album, playlist.Tracks[1].Isrc));
        Assert.Equal(("Road trip", 3, $"https://listenbrainz.org/playlist/{list.Mbid}/"), (playlist.Summary.Name, playlist.Summary.TrackCount, playlist.Summary.ExternalUrl));
    }

    [Fact]
    public async Task Own_collaborative_and_created_playlists_are_listed_page_by_page()
    {
        _service.PageSize = 3;
        for (var i = 1; i <= 7; i++)
        {
            Add(i, $"Own {i}");
        }

        _service.Lists.Add(new ListenBrainzList(ListenBrainzDouble.ListId(20), "Together") { User = "bob", Collaborators = ["ann"] });
        _service.Lists.Add(new ListenBrainzList(ListenBrainzDouble.ListId(21), "Top discoveries of 2025") { IsCreatedFor = true, Patch = "top-discoveries-2025" });

        var listed = await Open().ListPlaylistsAsync(default);

        Assert.Equal(7, listed.Count(summary => summary.Group.Words == "Your playlists"));
        Assert.Equal("Together", Assert.Single(listed, summary => summary.Group.Words == "Collaborative").Name);
        Assert.Equal("Top discoveries of 2025", Assert.Single(listed, summary => summary.Group.Words == "Created for you").Name);
        Assert.Equal(3, _service.Requests.Count(request => request.StartsWith("GET /1/user/ann/playlists?", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_series_is_one_playlist_whose_content_is_that_of_the_newest()
    {
        AddWeekly(1, new(2026, 2, 16, 0, 0, 0, TimeSpan.Zero)).Edit(Track(1, "Last week"));
        AddWeekly(2, new(2026, 2, 23, 0, 0, 0, TimeSpan.Zero)).Edit(Track(2, "This week"));

        var first = Assert.Single(await Open().ListPlaylistsAsync(default));
        var content = (await Open().GetPlaylistAsync(first.RemoteId, default))!;
        AddWeekly(3, new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero)).Edit(Track(3, "Next week"));
        var next = Assert.Single(await Open().ListPlaylistsAsync(default));
        var nextContent = (await Open().GetPlaylistAsync(first.RemoteId, default))!;

        Assert.Equal(("weekly-jams:ann", "Weekly Jams"), (first.RemoteId, first.Name));
        Assert.Equal((first.RemoteId, first.Name), (next.RemoteId, next.Name));
        Assert.NotEqual(first.Version, next.Version);
        Assert.Equal(("This week", "Next week"), (Assert.Single(content.Tracks).Title, Assert.Single(nextContent.Tracks).Title));
        Assert.Equal((first.RemoteId, next.Version), (content.Summary.RemoteId, nextContent.Summary.Version));
    }

    [Fact]
    public async Task The_stamp_moves_when_the_content_does()
    {
        var list = Add(1, "Road trip");
        var before = Assert.Single(await Open().ListPlaylistsAsync(default)).Version;
        var again = Assert.Single(await Open().ListPlaylistsAsync(default)).Version;
        list.Edit(Track(1, "Harbour"));

        Assert.NotNull(before);
        Assert.Equal(before, again);
        Assert.NotEqual(before, Assert.Single(await Open().ListPlaylistsAsync(default)).Version);
        Assert.Equal(Assert.Single(await Open().ListPlaylistsAsync(default)).Version, (await Open().GetPlaylistAsync(list.Mbid, default))!.Summary.Version);
    }

    [Fact]
    public async Task Only_a_token_opens_private_playlists()
    {
        var list = Add(1, "Secret");
        list.IsPublic = false;

        Assert.Empty(await Open().ListPlaylistsAsync(default));
        Assert.Equal("Secret", Assert.Single(await Open(token: "ann-token").ListPlaylistsAsync(default)).Name);
        Assert.Equal("Secret", (await Open(token: "ann-token").GetPlaylistAsync(list.Mbid, default))!.Summary.Name);
        var refusal = await Assert.ThrowsAsync<ProviderException>(() => Open().GetPlaylistAsync(list.Mbid, default));
        Assert.Equal(ProviderFailure.Forbidden, refusal.Failure);
        Assert.Contains("private", refusal.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_playlist_that_is_gone_is_null_and_no_failure()
        => Assert.Null(await Open().GetPlaylistAsync(ListenBrainzDouble.ListId(404), default));

    [Theory]
    [InlineData("ann", null, null)]
    [InlineData("ann", "ann-token", null)]
    [InlineData("ANN", "ann-token", null)]
    [InlineData("nobody", null, "ListenBrainz knows no user 'nobody'. Compare it with the address of your profile there.")]
    [InlineData("ann", "wrong", "ListenBrainz does not accept the token. Copy it again from your settings there.")]
    [InlineData("bob", "ann-token", "This token is ann's, not bob's. Enter the token of the account you want to connect.")]
    public async Task The_form_is_proved_before_it_is_kept(string user, string? token, string? problem)
    {
        _service.Users.Add("bob");
        var check = Open(user, token).CheckAsync(default);

        if (problem is null)
        {
            Assert.Equal(new SourceOwner("ann", "ann"), await check);
        }
        else
        {
            var refusal = await Assert.ThrowsAsync<ProviderException>(() => check);
            Assert.Equal((ProviderFailure.Unauthorized, problem), (refusal.Failure, refusal.Words));
        }
    }

    [Fact]
    public async Task A_token_that_was_revoked_asks_for_the_user()
    {
        Add(1, "Road trip");
        _service.Tokens.Clear();

        var refusal = await Assert.ThrowsAsync<ProviderException>(() => Open(token: "ann-token").ListPlaylistsAsync(default));

        Assert.Equal(ProviderFailure.Unauthorized, refusal.Failure);
        Assert.DoesNotContain("ann-token", refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_out_of_order_for_a_moment_is_asked_again()
    {
        Add(1, "Road trip");
        _service.Fail("/1/user", 503);
        _service.Fail("/1/user", 429, retryAfter: TimeSpan.FromSeconds(3));
        _service.Fail("/1/user", async context =>
        {
            await context.Response.WriteAsync("{\"playl");
            context.Abort();
        });

        Assert.Single(await Open().ListPlaylistsAsync(default));
        Assert.True(_clock.Pauses >= 3);
    }

    [Fact]
    public async Task What_stays_out_of_order_is_a_failure_that_passes()
    {
        for (var i = 0; i < 4; i++)
        {
            _service.Fail("/1/user", 502, "<html>Bad gateway</html>");
        }

        var failure = await Assert.ThrowsAsync<ProviderException>(() => Open().ListPlaylistsAsync(default));

        Assert.Equal((ProviderFailure.Unavailable, "ListenBrainz is not working (HTTP 502). Nothing was changed."), (failure.Failure, failure.Words));
    }

    [Fact]
    public async Task A_wait_of_hours_is_believed_by_everybody_and_nobody_knocks_again()
    {
        _service.Fail("/1/user", 429, retryAfter: TimeSpan.FromHours(3));
        var first = await Assert.ThrowsAsync<ProviderException>(() => Open().ListPlaylistsAsync(default));
        var asked = _service.Requests.Count;
        var second = await Assert.ThrowsAsync<ProviderException>(() => Open("bob").CheckAsync(default));

        Assert.Equal(asked, _service.Requests.Count);
        Assert.All([first, second], failure => Assert.InRange(failure.RetryAt!.Value, DateTimeOffset.UnixEpoch.AddYears(50), DateTimeOffset.MaxValue));
        Assert.Equal(first.RetryAt, second.RetryAt);
        Assert.Equal("ListenBrainz asks Spotter to wait before it asks again.", second.Words);
        await using var db = _database.CreateDbContext();
        Assert.Equal(second.RetryAt!.Value.ToUnixTimeMilliseconds(), (await db.ServicePauses.SingleAsync()).Until.ToUnixTimeMilliseconds());
    }

    [Theory]
    [InlineData("no JSON at all", "{\"playlists\": [")]
    [InlineData("another shape", "[1, 2]")]
    [InlineData("a login page", "<!doctype html><title>Sign in</title>")]
    public async Task An_answer_that_is_none_is_said_and_never_an_empty_list(string why, string body)
    {
        _service.Fail("/1/user", 200, body);

        var failure = await Assert.ThrowsAsync<ProviderException>(() => Open().ListPlaylistsAsync(default));

        Assert.Equal((why, ProviderFailure.Malformed), (why, failure.Failure));
    }

    [Theory]
    [InlineData("playlists", "playlists")]
    [InlineData("playlist", "playlist")]
    public async Task A_field_that_was_renamed_is_a_failure_and_not_an_empty_playlist(string answer, string field)
    {
        var list = Add(1, "Road trip");
        list.Edit(Track(1, "Harbour"));
        _service.Mutate = (what, body) =>
        {
            if (what == answer)
            {
                body["renamed"] = body[field]!.DeepClone();
                body.Remove(field);
            }
        };

        var failure = await Assert.ThrowsAsync<ProviderException>(async () =>
        {
            await Open().ListPlaylistsAsync(default);
            await Open().GetPlaylistAsync(list.Mbid, default);
        });

        Assert.Equal(ProviderFailure.Malformed, failure.Failure);
    }

    [Fact]
    public async Task A_playlist_without_its_list_of_tracks_is_a_failure_and_not_an_empty_playlist()
    {
        var list = Add(1, "Road trip");
        _service.Mutate = (what, body) => _ = what == "playlist" && body["playlist"]!.AsObject().Remove("track");

        var failure = await Assert.ThrowsAsync<ProviderException>(() => Open().GetPlaylistAsync(list.Mbid, default));

        Assert.Equal(ProviderFailure.Malformed, failure.Failure);
    }

    [Fact]
    public async Task Rows_that_say_nothing_are_left_out_and_recordings_without_a_name_are_kept()
    {
        var list = Add(1, "Road trip");
        list.Edit(Track(1, "Harbour"), Track(2, ""), Track(3, "Light"));
        _service.Mutate = (what, body) =>
        {
            if (what == "playlist")
            {
                var tracks = body["playlist"]!["track"]!.AsArray();
                tracks.Add(null);
                tracks.Add(new JsonObject { ["creator"] = "Nobody" });
                tracks[2]!.AsObject()["duration"] = "0";
                tracks[2]!.AsObject()["extension"] = null;
            }
        };

        var playlist = (await Open().GetPlaylistAsync(list.Mbid, default))!;

        Assert.Equal(["Harbour", "[unknown]", "Light"], playlist.Tracks.Select(track => track.Title));
        Assert.Equal(ListenBrainzDouble.Recording(2), playlist.Tracks[1].RecordingMbid);
        Assert.Equal((null, "Ada"), (playlist.Tracks[2].DurationMs, Assert.Single(playlist.Tracks[2].Artists)));
    }

    [Fact]
    public async Task An_answer_that_trickles_is_given_up()
    {
        var began = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _service.Fail("/1/user", async context =>
        {
            await context.Response.WriteAsync("{\"playlists\":");
            await context.Response.Body.FlushAsync();
            began.SetResult();
            await end.Task;
        });

        var listing = Open().ListPlaylistsAsync(default);
        await began.Task;
        await _clock.ExpireAsync(SourceResilience.AttemptTimeout);
        var failure = await Assert.ThrowsAsync<ProviderException>(() => listing);
        end.SetResult();

        Assert.Equal((ProviderFailure.Unavailable, "ListenBrainz did not answer for 40 seconds. Nothing was changed."), (failure.Failure, failure.Words));
    }

    [Theory]
    [InlineData("https://listenbrainz.org/playlist/0bb00000-0000-4000-8000-000000000001/", true)]
    [InlineData("https://listenbrainz.org/playlist/0BB00000-0000-4000-8000-000000000001?x=1", true)]
    [InlineData("https://listenbrainz.org/user/ann/", false)]
    [InlineData("https://example.org/playlist/0bb00000-0000-4000-8000-000000000001/", false)]
    public void A_link_to_a_public_playlist_is_recognised(string link, bool isOurs)
        => Assert.Equal(isOurs ? ListenBrainzDouble.ListId(1) : null, ((ILinkReader)Factory).FindRemoteId(new Uri(link)));

    private ISourceFactory Factory => (ISourceFactory)_services.GetRequiredService<IProviderFactory>();

    private static (string Mbid, string Title, string[] Artists, int Ms) Track(int number, string title, params string[] artists)
        => (ListenBrainzDouble.Recording(number), title, artists.Length == 0 ? ["Ada"] : artists, 180_000);

    private IConnectedSource Open(string? user = "ann", string? token = null) => Factory.Open(new SourceSession(SourceSetup.Values(("user", user), ("token", token))));

    private ListenBrainzList Add(int number, string title)
    {
        var list = new ListenBrainzList(ListenBrainzDouble.ListId(number), title);
        _service.Lists.Add(list);
        return list;
    }

    private ListenBrainzList AddWeekly(int number, DateTimeOffset madeAt)
    {
        var list = new ListenBrainzList(ListenBrainzDouble.ListId(number), $"Weekly Jams for ann, week of {madeAt:yyyy-MM-dd} Mon")
        {
            IsCreatedFor = true, Patch = "weekly-jams", MadeAt = madeAt,
        };
        _service.Lists.Add(list);
        return list;
    }
}
