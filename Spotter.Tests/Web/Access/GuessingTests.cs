using System.Net;
using Spotter.Core.Accounts;
using Spotter.Navidrome.Demo;
using Spotter.Tests.Support;
using Spotter.Web.Access;

namespace Spotter.Tests.Web.Access;

/// <summary>Password guesses, many at once, while the owner of the name signs in.</summary>
public sealed class GuessingTests
{
    private static readonly Uri Playlists = new("/api/playlists", UriKind.Relative);

    [Fact]
    public async Task Of_two_hundred_guesses_at_once_the_music_server_sees_five()
    {
        await using var server = await DemoServer.StartAsync();
        await using var spotter = SpotterApp.StartWith(new Uri(server.BaseUrl));

        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(i => TryAsync(spotter, "demo", $"guess {i}")));

        Assert.Equal(SignInThrottle.FailuresByNameAndAddress, answers.Count(answer => answer == HttpStatusCode.Unauthorized));
        Assert.Equal(200 - SignInThrottle.FailuresByNameAndAddress, answers.Count(answer => answer == HttpStatusCode.TooManyRequests));
        Assert.Equal(SignInThrottle.FailuresByNameAndAddress, server.Log.CountOf("ping"));
    }

    [Fact]
    public async Task Thirty_right_calls_at_once_are_all_let_in()
    {
        await using var server = await DemoServer.StartAsync();
        await using var spotter = SpotterApp.StartWith(new Uri(server.BaseUrl));

        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => TryAsync(spotter, "demo", "demo")));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer));
    }

    [Fact]
    public async Task A_browser_that_was_signed_in_before_is_let_in_while_others_guess_at_its_name()
    {
        await using var spotter = SpotterApp.StartDemo();
        using var owner = new SignInForm(spotter.Address);
        using var first = await owner.PostAsync("demo", "demo");
        Assert.Contains(first.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("spotter-device=", StringComparison.Ordinal)
            && cookie.Contains("httponly", StringComparison.OrdinalIgnoreCase));
        ForgetSession(owner);

        // The worst case: from the owner's own address.
        for (var i = 0; i < SignInThrottle.FailuresByNameAndAddress; i++)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, await TryAsync(spotter, "demo", $"guess {i}"));
        }

        using var stranger = new SignInForm(spotter.Address);
        using var refused = await stranger.PostAsync("demo", "demo");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        using var again = await owner.PostAsync("Demo", "demo");
        Assert.Equal(HttpStatusCode.Found, again.StatusCode);
        Assert.True(owner.IsSignedIn);
    }

    [Fact]
    public async Task A_device_is_known_for_those_who_signed_in_on_it_and_for_nobody_else()
    {
        await using var spotter = SpotterApp.StartDemo();
        using var guest = new SignInForm(spotter.Address);
        using var _ = await guest.PostAsync("guest", "guest");
        ForgetSession(guest);
        for (var i = 0; i < SignInThrottle.FailuresByNameAndAddress; i++)
        {
            using var failed = await guest.PostAsync("demo", $"guess {i}");
            Assert.Equal(HttpStatusCode.OK, failed.StatusCode);
        }

        using var refused = await guest.PostAsync("demo", "demo");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
    }

    [Fact]
    public async Task A_script_whose_password_was_right_before_goes_on_while_others_guess_at_its_name()
    {
        await using var spotter = SpotterApp.StartDemo();
        Assert.Equal(HttpStatusCode.OK, await TryAsync(spotter, "demo", "demo"));
        for (var i = 0; i < SignInThrottle.FailuresByNameAndAddress; i++)
        {
            await TryAsync(spotter, "demo", $"guess {i}");
        }

        // The remembered password has expired, so the music server must be asked.
        await using (var db = await spotter.OpenDatabaseAsync())
        {
            db.Accounts.Single().SignOutCount++;
            await db.SaveChangesAsync();
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, await TryAsync(spotter, "demo", "another guess"));
        Assert.Equal(HttpStatusCode.OK, await TryAsync(spotter, "demo", "demo"));
    }

    private static void ForgetSession(SignInForm form) => form.Cookies.GetCookies(form.Http.BaseAddress!)["spotter"]!.Expired = true;

    private static async Task<HttpStatusCode> TryAsync(SpotterApp spotter, string userName, string password)
    {
        using var http = spotter.Script(userName, password);
        using var response = await http.GetAsync(Playlists);
        return response.StatusCode;
    }
}
