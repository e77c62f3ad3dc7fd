using Microsoft.AspNetCore.WebUtilities;
using Spotter.Core.Accounts;
using Spotter.Core.Providers;
using Spotter.Core.Providers.Spotify;
using Spotter.Core.Sources;
using Spotter.Tests.Support;
using Spotter.Tests.Support.Sources;

namespace Spotter.Tests.Core.Sources;

/// <summary>The way to a service's own sign-in page and back, without a browser.</summary>
public sealed class BrowserSignInsTests : IAsyncLifetime, IDisposable
{
    private static readonly Uri Redirect = new("http://127.0.0.1:5080/sources/spotify/callback");

    private SpotifyDouble _service = null!;
    private CoreHost _core = null!;
    private Account _ann = null!;

    private BrowserSignIns SignIns => _core.Get<BrowserSignIns>();

    public async Task InitializeAsync()
    {
        _service = await SpotifyDouble.StartAsync();
        _core = new CoreHost(sources: services => services
            .AddSettings(("Sources:Spotify:BaseUrl", _service.Address.AbsoluteUri), ("Sources:Spotify:AccountsUrl", _service.Address.AbsoluteUri))
            .AddSpotify());
        _ann = await _core.Database.AddUserAsync();
    }

    public async Task DisposeAsync() => await _service.DisposeAsync();

    public void Dispose() => _core.Dispose();

    [Fact]
    public async Task Who_agrees_comes_back_connected_for_six_months_with_every_token_encrypted()
    {
        var connection = await SignIns.CompleteAsync(_ann.UserId, "spotify", await AgreeAsync(), default);

        var stored = await _core.FindConnectionAsync(connection.Id);
        Assert.Equal(("ann", "Ann", SourceConnectionState.Working), (stored.OwnerId, stored.DisplayName, stored.State));
        Assert.Equal(_core.Clock.GetUtcNow().AddMonths(6), stored.SignInEndsAt);
        Assert.Equal(["clientId"], stored.Settings.Keys);
        Assert.DoesNotContain("refresh-", stored.ProtectedSecrets, StringComparison.Ordinal);

        // An hour later the token is renewed, and the new one stored.
        var before = Assert.Single(_service.RefreshTokens);
        _core.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(SourceConnectionState.Working, (await _core.RefreshAsync(connection.Id)).State);
        Assert.NotEqual(before, Assert.Single(_service.RefreshTokens));
        Assert.Equal(_service.RefreshTokens.Single(), _core.Get<SourceSessions>().ReadValues(await _core.FindConnectionAsync(connection.Id)).Find("refreshToken"));
    }

    [Fact]
    public async Task A_sign_in_that_has_ended_waits_for_the_user_and_a_new_one_takes_everything_up()
    {
        var list = new SpotifyList("p1", "Road trip");
        list.Edit(SpotifyList.Track(1, "Harbour", "Ada"));
        _service.Lists.Add(list);
        var connection = await SignIns.CompleteAsync(_ann.UserId, "spotify", await AgreeAsync(), default);
        await _core.AddAsync(_ann, connection, keepInSync: false, "p1");
        _service.EndSignIns();
        _core.Clock.Advance(TimeSpan.FromDays(190));

        var ended = await _core.RefreshAsync(connection.Id);
        var again = await SignIns.CompleteAsync(_ann.UserId, "spotify", await AgreeAsync(ended), default);
        list.Edit(SpotifyList.Track(1, "Harbour", "Ada"), SpotifyList.Track(2, "Light", "Bo"));
        await _core.RefreshAsync(again.Id);

        Assert.Equal((SourceConnectionState.NeedsUser, null), (ended.State, ended.NextTryAt));
        Assert.Contains("six months", ended.Problem.Words, StringComparison.Ordinal);
        Assert.Equal((connection.Id, 2), (again.Id, (await _core.FindAsync(_ann, "p1")).Tracks.Count));
        Assert.Equal(_core.Clock.GetUtcNow().AddMonths(6).Date, (await _core.FindConnectionAsync(again.Id)).SignInEndsAt!.Value.Date);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5080/sources/spotify/callback?code=code-1&state=somebody-elses", "was not started here")]
    [InlineData("http://127.0.0.1:5080/sources/spotify/callback?code=code-1", "was not started here")]
    [InlineData("http://127.0.0.1:5080/sources/spotify/callback", "Copy the whole line")]
    [InlineData("code-1", "Copy the whole line")]
    public async Task What_was_not_begun_here_opens_nothing(string pasted, string words)
    {
        await AgreeAsync();

        var refusal = await Assert.ThrowsAsync<ProviderException>(() => SignIns.CompleteAsync(_ann.UserId, "spotify", pasted, default));

        Assert.Contains(words, refusal.Words, StringComparison.Ordinal);
        Assert.DoesNotContain(_service.Requests, request => request.StartsWith("POST", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_state_opens_once_for_who_was_sent_off_and_not_for_long()
    {
        var bob = await _core.Database.AddUserAsync("bob");
        var first = await AgreeAsync();
        await RefusedAsync(bob.UserId, first);
        await SignIns.CompleteAsync(_ann.UserId, "spotify", first, default);
        await RefusedAsync(_ann.UserId, first);
        var late = await AgreeAsync();
        _core.Clock.Advance(TimeSpan.FromMinutes(21));
        await RefusedAsync(_ann.UserId, late);
    }

    [Fact]
    public async Task Who_does_not_agree_is_told_that_nothing_was_connected()
    {
        var state = QueryHelpers.ParseQuery(Begin(null).Query)["state"];

        var refusal = await Assert.ThrowsAsync<ProviderException>(
            () => SignIns.CompleteAsync(_ann.UserId, "spotify", state, code: null, error: "access_denied", default));

        Assert.Equal("You did not agree at Spotify. Nothing was connected.", refusal.Words);
        Assert.Empty(await _core.Get<SourceConnections>().ListAsync(_ann.UserId, default));
    }

    [Fact]
    public void The_way_there_carries_no_secret_and_needs_a_client_id()
    {
        var query = QueryHelpers.ParseQuery(Begin(null).Query);

        Assert.Equal(("S256", Redirect.OriginalString), (query["code_challenge_method"].ToString(), query["redirect_uri"].ToString()));
        Assert.Equal(43, query["code_challenge"].ToString().Length);
        Assert.DoesNotContain("code_verifier", query.Keys);
        var refusal = Assert.Throws<ProviderException>(() => SignIns.Begin(_ann.UserId, "spotify", SourceValues.None, null, Redirect));
        Assert.Equal("Client ID is missing.", refusal.Words);
    }

    private Uri Begin(SourceConnection? existing) => SignIns.Begin(_ann.UserId, "spotify", SourceSetup.Values(("clientId", SpotifyDouble.ClientId)), existing, Redirect);

    /// <summary>Goes to the page, agrees, and returns the address that the browser is sent to.</summary>
    private async Task<string> AgreeAsync(SourceConnection? existing = null)
    {
        using var browser = new HttpClient();
        var page = await browser.GetStringAsync(Begin(existing));
        var start = page.IndexOf("id=agree href=\"", StringComparison.Ordinal) + "id=agree href=\"".Length;
        return System.Net.WebUtility.HtmlDecode(page[start..page.IndexOf('"', start)]);
    }

    private async Task RefusedAsync(int userId, string address)
    {
        var refusal = await Assert.ThrowsAsync<ProviderException>(() => SignIns.CompleteAsync(userId, "spotify", address, default));
        Assert.Contains("Start again", refusal.Words, StringComparison.Ordinal);
    }
}
