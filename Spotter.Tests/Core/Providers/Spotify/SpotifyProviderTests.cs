using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Spotter.Core.Persistence;
using Spotter.Core.Providers.Http;
using Spotter.Core.Providers.Spotify;
using Spotter.Core.Providers;
using Spotter.Core.Sources;
using Spotter.Tests.Support.Sources;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Providers.Spotify;

/// <summary>The provider over real HTTP against the double, with pauses that end at once.</summary>
public sealed class SpotifyProviderTests : IAsyncLifetime, IDisposable
{
    private readonly TestDatabase _database = new();
    private readonly HastyClock _clock = new(SourceResilience.AttemptTimeout, SourceResilience.TotalTimeout);
    private SpotifyDouble _service = null!;
    private ServiceProvider _services = null!;
    private SourceValues _stored = SourceValues.None;

    private ISourceFactory Factory => (ISourceFactory)_services.GetRequiredService<IProviderFactory>();

    public async Task InitializeAsync()
    {
        _service = await SpotifyDouble.StartAsync();
        _services = new ServiceCollection().AddLogging()
            .AddSingleton<IServicePauses>(new ServicePauses(_database))
            .AddSingleton<TimeProvider>(_clock)
            .AddSettings(("Sources:Spotify:BaseUrl", _service.Address.AbsoluteUri), ("Sources:Spotify:AccountsUrl", _service.Address.AbsoluteUri))
            .AddSpotify()
            .BuildServiceProvider();
    }

    public async Task DisposeAsync()
    {
        await _services.DisposeAsync();
        await _service.DisposeAsync();
    }

    public void Dispose() => _database.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_playlist_comes_whole_under_both_names_with_what_helps_to_find_its_songs(bool oldNames)
    {
        _service.SpeaksOldNames = oldNames;
        var list = Add("p1", "Road trip");
        list.Edit(Enumerable.Range(1, 120).Select(i => SpotifyList.Track(i, $"Song {i}", "Ada", $"zz-spt-26-{i:D5}")));

        var playlist = (await Open().GetPlaylistAsync("p1", default))!;

        Assert.Equal(Enumerable.Range(1, 120).Select(i => $"Song {i}"), playlist.Tracks.Select(track => track.Title));
        Assert.Equal(("ZZSPT2600001", 180_000, "Album", $"spotify:track:{1:D22}"),
            (playlist.Tracks[0].Isrc, playlist.Tracks[0].DurationMs, playlist.Tracks[0].Album, playlist.Tracks[0].ProviderTrackId));
        Assert.Equal(("Road trip", "Rock & roll", "1"), (playlist.Summary.Name, playlist.Summary.Description, playlist.Summary.Version));
    }

    [Fact]
    public async Task Local_files_are_kept_and_episodes_and_empty_rows_left_out()
    {
        var local = SpotifyList.Track(2, "Demo tape", "Bo");
        local["is_local"] = true;
        local["item"]!["id"] = null;
        local["item"]!["uri"] = "spotify:local:Bo:Album:Demo+tape:180";
        local["item"]!.AsObject().Remove("external_ids");
        var episode = SpotifyList.Track(3, "Talk", "Host");
        episode["item"]!["type"] = "episode";
        var taken = SpotifyList.Track(4, "Gone", "Ada");
        taken["item"] = null;
        Add("p1", "Road trip").Edit(SpotifyList.Track(1, "Harbour", "Ada"), local, episode, taken, null);

        var playlist = (await Open().GetPlaylistAsync("p1", default))!;

        Assert.Equal(["Harbour", "Demo tape"], playlist.Tracks.Select(track => track.Title));
        Assert.Equal((null, null, "Bo"), (playlist.Tracks[1].Isrc, playlist.Tracks[1].ProviderTrackId, playlist.Tracks[1].ArtistLine));
    }

    [Fact]
    public async Task Everything_is_listed_and_what_cannot_be_read_says_why_and_the_way_round()
    {
        for (var i = 1; i <= 60; i++)
        {
            Add($"p{i}", $"Own {i}");
        }

        _service.Lists.Add(new SpotifyList("shared", "Together", "bob") { IsCollaborative = true });
        _service.Lists.Add(new SpotifyList("editorial", "Today's hits", "spotify"));
        _service.Liked.AddRange([SpotifyDouble.Like(2, "Light", "Bo"), SpotifyDouble.Like(1, "Harbour", "Ada")]);

        var listed = (await Open().ListPlaylistsAsync(default)).ToDictionary(summary => summary.RemoteId);

        Assert.Equal(63, listed.Count);
        Assert.Equal(("Liked Songs", 2, "2 2026-02-02T10:00:00Z"), (listed["liked:ann"].Name, listed["liked:ann"].TrackCount, listed["liked:ann"].Version));
        Assert.Equal((null, "Collaborative"), (listed["shared"].Obstacle, listed["shared"].Group.Words));
        Assert.Contains("Copy its songs", listed["editorial"].Obstacle.Words, StringComparison.Ordinal);
        var refusal = await Assert.ThrowsAsync<ProviderException>(() => Open().GetPlaylistAsync("editorial", default));
        Assert.Equal((ProviderFailure.Forbidden, listed["editorial"].Obstacle.Words), (refusal.Failure, refusal.Words));
    }

    [Fact]
    public async Task Liked_songs_come_newest_first()
    {
        _service.Liked.AddRange([SpotifyDouble.Like(2, "Light", "Bo"), SpotifyDouble.Like(1, "Harbour", "Ada")]);

        var playlist = (await Open().GetPlaylistAsync("liked:ann", default))!;

        Assert.Equal(["Light", "Harbour"], playlist.Tracks.Select(track => track.Title));
        Assert.Equal((await Open().ListPlaylistsAsync(default))[0].Version, playlist.Summary.Version);
    }

    [Fact]
    public async Task A_token_that_has_run_out_is_renewed_once_and_the_new_one_is_stored_for_everybody()
    {
        var (_, refresh) = _service.SignIn();
        Keep(null, refresh);

        // Ten at once need one renewal: a second would find its token used up. On a server they run in two processes.
        IDbContextFactory<SpotterDbContext>[] processes = PostgreSqlServer.IsWanted ? [_database, _database.OpenAgain()] : [_database];
        await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Session(processes[i % processes.Length]).CheckAsync(default)));

        Assert.Single(_service.Requests, request => request.StartsWith("POST /api/token", StringComparison.Ordinal));
        Assert.DoesNotContain(refresh, _service.RefreshTokens);
        Assert.Equal(Assert.Single(_service.RefreshTokens), _stored.Find("refreshToken"));
    }

    [Fact]
    public async Task A_token_that_was_taken_back_is_renewed_in_the_middle()
    {
        var (access, refresh) = _service.SignIn();
        Keep(access, refresh);
        _service.AccessTokens.Clear();

        Assert.Equal("Ann", (await Session().CheckAsync(default)).Name);
        Assert.NotEqual(refresh, _stored.Find("refreshToken"));
    }

    [Fact]
    public async Task A_sign_in_that_has_ended_waits_for_the_user_and_says_so_without_secrets()
    {
        var (_, refresh) = _service.SignIn();
        Keep(null, refresh);
        _service.EndSignIns();

        var refusal = await Assert.ThrowsAsync<ProviderException>(() => Session().ListPlaylistsAsync(default));

        Assert.Equal(
            (ProviderFailure.Unauthorized, "Your sign-in at Spotify has ended: it lasts six months, or it was revoked there. Sign in again to continue."), (refusal.Failure, refusal.Words));
        Assert.DoesNotContain(refresh, refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_the_app_does_not_allow_is_told_what_to_do()
    {
        _service.IsAllowed = false;

        var refusal = await Assert.ThrowsAsync<ProviderException>(() => Open().CheckAsync(default));

        Assert.Equal(ProviderFailure.Unauthorized, refusal.Failure);
        Assert.Contains("User Management", refusal.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wait_of_hours_is_believed_and_nobody_knocks_again()
    {
        _service.Fail("/v1/me", 429, retryAfter: TimeSpan.FromHours(9));

        var first = await Assert.ThrowsAsync<ProviderException>(() => Open().CheckAsync(default));
        var asked = _service.Requests.Count;
        await Assert.ThrowsAsync<ProviderException>(() => Open().CheckAsync(default));

        Assert.Equal((ProviderFailure.Unavailable, asked), (first.Failure, _service.Requests.Count));
        Assert.NotNull(first.RetryAt);
    }

    [Theory]
    [InlineData("items")]
    [InlineData("total")]
    public async Task A_field_that_was_renamed_is_a_failure_and_not_an_empty_playlist(string field)
    {
        Add("p1", "Road trip").Edit(SpotifyList.Track(1, "Harbour", "Ada"));
        _service.Mutate = body =>
        {
            if (body["limit"] is not null && body.Remove(field, out var value))
            {
                body["renamed"] = value;
            }
        };

        var failure = await Assert.ThrowsAsync<ProviderException>(() => Open().GetPlaylistAsync("p1", default));

        Assert.Equal(ProviderFailure.Malformed, failure.Failure);
    }

    [Fact]
    public async Task A_page_that_does_not_come_is_a_failure_and_not_the_end()
    {
        Add("p1", "Road trip").Edit(Enumerable.Range(1, 70).Select(i => SpotifyList.Track(i, $"Song {i}", "Ada")));
        _service.Mutate = body =>
        {
            if (body["offset"]?.GetValue<int>() == 50)
            {
                body["items"] = new JsonArray();
            }
        };

        var failure = await Assert.ThrowsAsync<ProviderException>(() => Open().GetPlaylistAsync("p1", default));

        Assert.Equal(ProviderFailure.Unavailable, failure.Failure);
    }

    [Fact]
    public async Task A_playlist_that_is_gone_is_null() => Assert.Null(await Open().GetPlaylistAsync("gone", default));

    private SpotifyList Add(string id, string name)
    {
        var list = new SpotifyList(id, name);
        _service.Lists.Add(list);
        return list;
    }

    /// <summary>The source of a user who has just signed in.</summary>
    private IConnectedSource Open()
    {
        var (access, refresh) = _service.SignIn();
        Keep(access, refresh);
        return Session();
    }

    private void Keep(string? access, string refresh) => _stored = SourceSetup.Values(
        ("clientId", SpotifyDouble.ClientId), ("accessToken", access), ("refreshToken", refresh), ("accessTokenEndsAt", "4102444800"));

    private IConnectedSource Session(IDbContextFactory<SpotterDbContext>? process = null) => Factory.Open(new SourceSession(
        _stored,
        (values, _) =>
        {
            _stored = values;
            return Task.CompletedTask;
        },
        _ => Task.FromResult<SourceValues?>(_stored),
        cancellationToken => (process ?? _database).TakeTurnAsync("connection", cancellationToken)));
}
