using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Spotter.Core.Accounts;
using Spotter.Core.Library;
using Spotter.Navidrome.Demo;
using Spotter.Tests.Support;

namespace Spotter.Tests.Web.Hosting;

/// <summary>Songs as sound, through Spotter, for whoever is signed in.</summary>
public sealed class ListenEndpointTests : IAsyncLifetime
{
    private static readonly DemoSong Everybodys = Demo.Song("First Light", "Amber Echo", "Morning", 40);
    private static readonly DemoSong OnlyTheAdministrators = Demo.Song("Second Wind", "Amber Echo", "Evening", 40) with { LibraryId = 2 };

    private DemoServer _server = null!;
    private SubsonicProxy _proxy = null!;
    private SpotterApp _app = null!;
    private SignInForm _demo = null!;
    private SignInForm _guest = null!;

    private string Song => _server.Library.Songs[0].Id;

    private string AdministratorsSong => _server.Library.Songs[1].Id;

    public async Task InitializeAsync()
    {
        _server = await DemoServer.StartAsync(new DemoServerOptions { Songs = [Everybodys, OnlyTheAdministrators] });
        _proxy = await SubsonicProxy.StartAsync(new Uri(_server.BaseUrl));
        _app = SpotterApp.StartWith(_proxy.Address);
        _demo = await SignInAsync("demo");
        _guest = await SignInAsync("guest");
    }

    public async Task DisposeAsync()
    {
        _demo.Dispose();
        _guest.Dispose();
        await _app.DisposeAsync();
        await _proxy.DisposeAsync();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_part_of_a_song_is_passed_on_and_kept_nowhere()
    {
        using var whole = await HearAsync(_demo, Song);
        var bytes = await whole.Content.ReadAsByteArrayAsync();
        using var part = await HearAsync(_demo, Song, range: new RangeHeaderValue(1_000, 1_999));

        Assert.Equal((HttpStatusCode.OK, "audio/wav", bytes.LongLength), (whole.StatusCode, whole.Content.Headers.ContentType!.MediaType, whole.Content.Headers.ContentLength!.Value));
        Assert.Equal("bytes", whole.Headers.AcceptRanges.Single());
        Assert.Equal(HttpStatusCode.PartialContent, part.StatusCode);
        Assert.Equal($"bytes 1000-1999/{bytes.Length}", part.Content.Headers.ContentRange!.ToString());
        Assert.Equal(bytes[1_000..2_000], await part.Content.ReadAsByteArrayAsync());
        foreach (var answer in new[] { whole, part })
        {
            Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
            Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        }

        using var outside = await HearAsync(_demo, Song, range: new RangeHeaderValue(bytes.Length, null));
        Assert.Equal((HttpStatusCode.RequestedRangeNotSatisfiable, $"bytes */{bytes.Length}"), (outside.StatusCode, outside.Content.Headers.ContentRange!.ToString()));
        Assert.DoesNotContain("scrobble", _proxy.Calls);
        _app.Log.AssertQuiet();
    }

    [Fact]
    public async Task Nobody_hears_anything_without_a_sign_in()
    {
        using var stranger = new SignInForm(_app.Address);
        using var answer = await HearAsync(stranger, Song);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Contains("/sign-in", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("stream", _proxy.Calls);
    }

    [Fact]
    public async Task A_song_of_another_users_library_is_not_even_asked_for()
    {
        using var own = await HearAsync(_demo, AdministratorsSong);
        Assert.Equal(HttpStatusCode.OK, own.StatusCode);
        _proxy.Forget();

        foreach (var id in new[] { AdministratorsSong, "nobody", "../rest/ping" })
        {
            using var answer = await HearAsync(_guest, id);
            Assert.Equal((HttpStatusCode.NotFound, "no-store"), (answer.StatusCode, answer.Headers.CacheControl!.ToString()));
            Assert.Equal("This song is not in your library any more, as it was last read.", await answer.Content.ReadAsStringAsync());
        }

        Assert.DoesNotContain("stream", _proxy.Calls);
        using var theirs = await HearAsync(_guest, Song);
        Assert.Equal(HttpStatusCode.OK, theirs.StatusCode);
    }

    [Theory]
    [InlineData("a sign-in page in front", HttpStatusCode.BadGateway, "authentication proxy")]
    [InlineData("a song that is gone", HttpStatusCode.NotFound, "does not know this playlist or song")]
    [InlineData("a server that is ill", HttpStatusCode.BadGateway, "HTTP 503")]
    [InlineData("a server that refuses", HttpStatusCode.BadGateway, "does not allow")]
    public async Task Whatever_the_server_answers_instead_is_a_sentence(string what, HttpStatusCode expected, string sentence)
    {
        _proxy.Before = method => Task.FromResult(method != "stream" ? null : what switch
        {
            "a sign-in page in front" => Results.Content("<!doctype html><title>Sign in</title>", "text/html"),
            "a song that is gone" => Failed(70, "data not found"),
            "a server that is ill" => Results.StatusCode(503),
            _ => Failed(50, "not allowed"),
        });

        using var answer = await HearAsync(_demo, Song);

        Assert.Equal((expected, "text/plain"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        var said = await answer.Content.ReadAsStringAsync();
        Assert.Contains(sentence, said, StringComparison.Ordinal);
        // Nobody wanted to change anything.
        Assert.DoesNotContain("Nothing was changed", said, StringComparison.Ordinal);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());

        // The dot in the bar follows the server, not one song.
        await using var db = await _app.OpenDatabaseAsync();
        Assert.All(db.Accounts, account => Assert.Null(account.ServerProblem));
    }

    [Fact]
    public async Task A_song_shows_that_the_server_is_away_as_any_other_call_does()
    {
        await _proxy.DisposeAsync();

        using var answer = await HearAsync(_demo, Song);

        Assert.Equal("Navidrome could not be reached.", await answer.Content.ReadAsStringAsync());
        await using var db = await _app.OpenDatabaseAsync();
        Assert.All(db.Accounts, account => Assert.NotNull(account.ServerProblem));
    }

    [Fact]
    public async Task Who_goes_away_ends_the_call_to_the_server_and_what_is_not_taken_is_not_fetched()
    {
        var sound = new EndlessSound();
        _proxy.Before = method => Task.FromResult<IResult?>(method == "stream" ? sound : null);

        using (var answer = await HearAsync(_demo, Song))
        {
            await sound.Begun;
            var before = -1L;
            await Eventually.HoldsAsync("nothing more is fetched", () => Task.FromResult(before == (before = sound.Sent)));
            // What the buffers of the connections hold.
            Assert.InRange(before, 1, 64 * 1024 * 1024);
        }

        await sound.Gone.WaitAsync(TimeSpan.FromSeconds(60));
        _app.Log.AssertQuiet();
    }

    [Fact]
    public async Task A_stop_of_the_process_does_not_wait_for_the_end_of_a_song()
    {
        var sound = new EndlessSound();
        _proxy.Before = method => Task.FromResult<IResult?>(method == "stream" ? sound : null);
        using var answer = await HearAsync(_demo, Song);
        var heard = answer.Content.CopyToAsync(Stream.Null);
        await sound.Begun;

        _app.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();

        await sound.Gone.WaitAsync(TimeSpan.FromSeconds(60));
        await Assert.ThrowsAnyAsync<Exception>(() => heard);
    }

    [Fact]
    public async Task One_song_at_a_time_a_user_and_the_last_one_started_wins()
    {
        var first = new EndlessSound();
        var guests = new EndlessSound();
        Queue<IResult?> answers = new([first, guests]);
        _proxy.Before = method => Task.FromResult(method == "stream" && answers.TryDequeue(out var answer) ? answer : null);

        using var a = await HearAsync(_demo, Song, play: "a");
        using var other = await HearAsync(_guest, Song, play: "a");
        using var b = await HearAsync(_demo, AdministratorsSong, play: "b");

        await first.Gone.WaitAsync(TimeSpan.FromSeconds(60));
        await Assert.ThrowsAnyAsync<Exception>(() => a.Content.CopyToAsync(Stream.Null));
        Assert.Equal(40 * 11_025 + 44, (await b.Content.ReadAsByteArrayAsync()).Length);
        Assert.False(guests.Gone.IsCompleted);

        // A browser asks again for what was interrupted. That must not end the new song.
        using var again = await HearAsync(_demo, Song, play: "a");
        Assert.Equal(HttpStatusCode.Conflict, again.StatusCode);
        using var more = await HearAsync(_demo, AdministratorsSong, play: "b", range: new RangeHeaderValue(10, null));
        Assert.Equal(HttpStatusCode.PartialContent, more.StatusCode);
    }

    [Fact]
    public async Task A_file_that_a_browser_cannot_play_is_converted_from_its_middle()
    {
        using var answer = await HearAsync(_demo, Song, query: "&as=mp3");

        Assert.Equal((HttpStatusCode.OK, "audio/mpeg"), (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType));
        Assert.Empty(answer.Headers.AcceptRanges);
        var asked = _server.Log.Requests.Last(request => request.Method == "stream");
        Assert.Equal(("mp3", "10"), (asked.Find("format"), asked.Find("timeOffset")));
    }

    [Fact]
    public async Task Pages_may_play_what_Spotter_sends_and_nothing_else()
    {
        using var page = await _demo.Http.GetAsync(new Uri("/", UriKind.Relative));

        Assert.Contains("media-src 'self';", page.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    private static IResult Failed(int code, string message)
        => Results.Content(
            $$"""{"subsonic-response":{"status":"failed","version":"1.16.1","type":"navidrome","openSubsonic":true,"error":{"message":"{{message}}","code":{{code}} } } }""",
            "application/json");

    private static async Task<HttpResponseMessage> HearAsync(SignInForm user, string song, string play = "", RangeHeaderValue? range = null, string query = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"/listen/{Uri.EscapeDataString(song)}?play={(play.Length > 0 ? play : Guid.NewGuid().ToString("N"))}{query}", UriKind.Relative));
        request.Headers.Range = range;
        return await user.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
    }

    private async Task<SignInForm> SignInAsync(string name)
    {
        var user = new SignInForm(_app.Address);
        using var _ = await user.PostAsync(name, name);
        await Eventually.HoldsAsync($"the library of {name} was read after the sign-in", async () =>
        {
            await using var db = await _app.OpenDatabaseAsync();
            var account = db.Accounts.Single(account => account.UserName == name);
            return (await _app.Services.GetRequiredService<LibraryIndexCache>().GetKnownAsync(account.Id, default)).Count > 0;
        });
        return user;
    }
}
