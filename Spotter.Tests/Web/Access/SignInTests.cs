using System.Net;
using Spotter.Core.Accounts;
using Spotter.Core.Playlists.Stored;
using Spotter.Navidrome.Demo;
using Spotter.Tests.Support;
using Spotter.Web.Access;

namespace Spotter.Tests.Web.Access;

public sealed class SignInTests(DemoApp app) : IClassFixture<DemoApp>
{
    private readonly SpotterApp _spotter = app.Spotter;

    [Fact]
    public async Task The_right_password_opens_the_page_that_was_asked_for()
    {
        var complaints = _spotter.Log.Complaints.Count; // other tests on this server send forged forms
        using var form = new SignInForm(_spotter.Address);
        using var closed = await form.Http.GetAsync(new Uri("/hangfire?from=3", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Found, closed.StatusCode);
        Assert.Equal("/sign-in?returnUrl=%2Fhangfire%3Ffrom%3D3", closed.Headers.Location!.ToString());

        using var answer = await form.PostAsync("demo", "demo", "/hangfire?from=3");

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal("/hangfire?from=3", new Uri(_spotter.Address, answer.Headers.Location!).PathAndQuery);
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(header => header.StartsWith("spotter=", StringComparison.Ordinal));
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        using var open = await form.Http.GetAsync(new Uri("/hangfire", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, open.StatusCode);
        Assert.Empty(_spotter.Log.Complaints.Skip(complaints));
    }

    [Fact]
    public async Task Whoever_is_signed_in_already_does_not_see_the_form_again()
    {
        using var form = new SignInForm(_spotter.Address);
        using var _ = await form.PostAsync("demo", "demo");
        using var again = await form.Http.GetAsync(new Uri("/sign-in?returnUrl=%2Fhangfire", UriKind.Relative));
        Assert.Equal("/hangfire", new Uri(_spotter.Address, again.Headers.Location!).PathAndQuery);
    }

    [Theory]
    [InlineData("https://elsewhere.example/")]
    [InlineData("//elsewhere.example/")]
    [InlineData("/\\elsewhere.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task A_link_cannot_use_the_sign_in_to_lead_elsewhere(string returnUrl)
    {
        using var form = new SignInForm(_spotter.Address);
        using var answer = await form.PostAsync("demo", "demo", returnUrl);
        Assert.Equal(_spotter.Address, new Uri(_spotter.Address, answer.Headers.Location!));
    }

    [Fact]
    public async Task A_wrong_password_is_told_and_opens_nothing()
    {
        using var form = new SignInForm(_spotter.Address);
        using var answer = await form.PostAsync("demo", "nonsense");
        Assert.Equal("The music server does not know this name and password.", await SignInForm.MessageAsync(answer));
        Assert.False(form.IsSignedIn);
        Assert.DoesNotContain("nonsense", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_without_its_token_signs_nobody_in()
    {
        using var form = new SignInForm(_spotter.Address);
        using var answer = await form.PostAsync("/sign-in?returnUrl=%2Freview", "", "demo", "demo");
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("/sign-in?returnUrl=%2Freview", answer.Headers.Location!.ToString());
        Assert.False(form.IsSignedIn);
    }

    [Fact]
    public async Task Five_failures_ask_for_patience_whatever_the_password()
    {
        using var form = new SignInForm(_spotter.Address);
        for (var i = 0; i < SignInThrottle.FailuresByNameAndAddress; i++)
        {
            using var failed = await form.PostAsync("Anna", "nonsense");
            Assert.Equal(HttpStatusCode.OK, failed.StatusCode);
        }

        using var answer = await form.PostAsync("anna", "guess");

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal("Too many failed tries. Try again in 5 minutes.", await SignInForm.MessageAsync(answer));
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromMinutes(4), TimeSpan.FromMinutes(5));
        using var other = await form.PostAsync("demo", "demo");
        Assert.Equal(HttpStatusCode.Found, other.StatusCode);
    }

    [Fact]
    public async Task Signing_out_without_a_token_is_refused()
    {
        using var form = new SignInForm(_spotter.Address);
        using var _ = await form.PostAsync("demo", "demo");
        using var empty = new FormUrlEncodedContent([]);
        using var refused = await form.Http.PostAsync(new Uri("/sign-out", UriKind.Relative), empty);
        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.True(form.IsSignedIn);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_not_called_a_wrong_password()
    {
        var server = await DemoServer.StartAsync();
        var address = server.BaseUrl;
        await server.DisposeAsync();
        await using var spotter = SpotterApp.StartWith(new Uri(address));
        using var form = new SignInForm(spotter.Address);
        using var answer = await form.PostAsync("demo", "demo");
        var message = await SignInForm.MessageAsync(answer);
        Assert.Contains("not", message, StringComparison.Ordinal);
        Assert.DoesNotContain("password", message, StringComparison.OrdinalIgnoreCase);
        Assert.False(form.IsSignedIn);
    }

    [Fact]
    public async Task A_proxy_in_front_of_the_server_is_named_as_such()
    {
        await using var server = await DemoServer.StartAsync();
        server.Fault = _ => DemoFault.HtmlPage();
        await using var spotter = SpotterApp.StartWith(new Uri(server.BaseUrl));
        using var form = new SignInForm(spotter.Address);
        using var answer = await form.PostAsync("demo", "demo");
        Assert.Contains("proxy", await SignInForm.MessageAsync(answer), StringComparison.OrdinalIgnoreCase);
        Assert.False(form.IsSignedIn);
    }

    [Fact]
    public async Task Somebody_new_in_the_demo_finds_the_sample_playlists()
    {
        using var form = new SignInForm(_spotter.Address);
        using var _ = await form.PostAsync("guest", "guest");
        await using var db = await _spotter.OpenDatabaseAsync();
        var guest = db.Users.Single(user => user.Name == "guest");
        Assert.Equal(DemoSamples.Files.Count, db.Playlists.Count(playlist => playlist.UserId == guest.Id && playlist.Source == "file"));
    }

    [Fact]
    public async Task A_session_ends_when_the_account_is_not_what_it_was()
    {
        using var form = new SignInForm(_spotter.Address);
        using var _ = await form.PostAsync("guest", "guest");
        await using (var db = await _spotter.OpenDatabaseAsync())
        {
            db.Accounts.Single(account => account.UserName == "guest").IsAdmin = true;
            await db.SaveChangesAsync();
        }

        using var answer = await form.Http.GetAsync(new Uri("/", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.False(form.IsSignedIn);
    }
}
