using System.Collections.Concurrent;
using Spotter.Core.Providers;
using Spotter.Navidrome.Demo;
using Spotter.Navidrome.Subsonic;
using Spotter.Tests.Support;

namespace Spotter.Tests.Navidrome.Subsonic;

public sealed class SubsonicResilienceTests
{
    private static HastyClock Clock() => new(SubsonicResilience.AttemptTimeout, SubsonicResilience.PingTimeout, SubsonicResilience.TotalTimeout);

    [Fact]
    public async Task A_read_that_fails_three_times_succeeds_at_the_fourth()
    {
        await using var fixture = await NavidromeFixture.StartAsync(clock: Clock());
        var faults = new ConcurrentQueue<DemoFault>([DemoFault.Refuse(), DemoFault.Status(503), DemoFault.Failed(0, "Internal Server Error: database is locked")]);
        fixture.Server.Fault = _ => faults.TryDequeue(out var fault) ? fault : null;

        await fixture.For().ListTargetsAsync(default);

        Assert.Equal(4, fixture.Server.Log.CountOf("getPlaylists"));
    }

    [Fact]
    public async Task A_read_that_fails_four_times_is_given_up()
    {
        await using var fixture = await NavidromeFixture.StartAsync(clock: Clock());
        fixture.Server.Fault = _ => DemoFault.Status(502);

        var failure = await Assert.ThrowsAsync<ProviderException>(() => fixture.For().ListTargetsAsync(default));

        Assert.Equal(ProviderFailure.Unavailable, failure.Failure);
        Assert.Equal(4, fixture.Server.Log.CountOf("getPlaylists"));
    }

    [Fact]
    public async Task A_sign_in_is_tried_twice_and_no_longer()
    {
        await using var fixture = await NavidromeFixture.StartAsync(clock: Clock());
        fixture.Server.Fault = _ => DemoFault.Status(503);

        await Assert.ThrowsAsync<ProviderException>(() => fixture.Identity.CheckAsync(new("demo", "demo"), default));

        Assert.Equal(2, fixture.Server.Log.CountOf("ping"));
    }

    [Theory]
    [InlineData("lost reply")]
    [InlineData("refused")]
    [InlineData("out of order")]
    [InlineData("busy database")]
    public async Task A_creation_is_sent_once_whatever_happens(string what)
    {
        await using var fixture = await NavidromeFixture.StartAsync(clock: Clock());
        fixture.Server.Fault = _ => what switch
        {
            "lost reply" => DemoFault.LoseReply(),
            "refused" => DemoFault.Refuse(),
            "out of order" => DemoFault.Status(503),
            _ => DemoFault.Failed(0, "Internal Server Error: database is locked"),
        };

        await Assert.ThrowsAsync<ProviderException>(() => fixture.For().SyncPlaylistAsync("Once", [fixture.Server.Library.Songs[0].Id], default));

        Assert.Equal(1, fixture.Server.Log.CountOf("createPlaylist"));
        Assert.Equal(what == "lost reply" ? 1 : 0, fixture.Server.Playlists.All.Count);
    }

    [Fact]
    public async Task A_replacement_whose_reply_is_lost_is_sent_again()
    {
        await using var fixture = await NavidromeFixture.StartAsync(clock: Clock());
        var songs = fixture.Server.Library.Songs;
        var list = fixture.Server.Playlists.Create("demo", "Mine", [songs[0].Id]);
        var faults = new ConcurrentQueue<DemoFault>([DemoFault.LoseReply()]);
        fixture.Server.Fault = _ => faults.TryDequeue(out var fault) ? fault : null;

        var target = await fixture.For().UpdatePlaylistTracksAsync(list.Id, "Mine", [songs[2].Id, songs[1].Id], default);

        Assert.Equal([songs[2].Id, songs[1].Id], target.SongIds);
        Assert.Equal(2, fixture.Server.Log.CountOf("createPlaylist"));
        Assert.Single(fixture.Server.Playlists.All);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_given_up_after_sixty_seconds_and_not_asked_twice()
    {
        var clock = Clock();
        await using var fixture = await NavidromeFixture.StartAsync(clock: clock);
        var gate = new TaskCompletionSource();
        fixture.Server.Fault = _ => DemoFault.Wait(gate.Task);

        var reading = fixture.For().ListTargetsAsync(default);
        await clock.ExpireAsync(SubsonicResilience.AttemptTimeout);
        var failure = await Assert.ThrowsAsync<ProviderException>(() => reading);
        gate.SetResult();

        Assert.Equal(ProviderFailure.Unavailable, failure.Failure);
        Assert.Equal("The music server did not answer for 60 seconds. Nothing was changed.", failure.Words);
        Assert.InRange(fixture.Server.Log.CountOf("getPlaylists"), 0, 1);
    }

    [Fact]
    public async Task A_server_that_keeps_failing_is_left_alone()
    {
        await using var fixture = await NavidromeFixture.StartAsync(clock: Clock());
        fixture.Server.Fault = _ => DemoFault.Status(500);
        for (var i = 0; i < 3; i++)
        {
            await Assert.ThrowsAsync<ProviderException>(() => fixture.For().ListTargetsAsync(default));
        }

        fixture.Server.Log.Clear();
        var failure = await Assert.ThrowsAsync<ProviderException>(() => fixture.For().ListTargetsAsync(default));

        Assert.Empty(fixture.Server.Log.Requests);
        Assert.Equal(ProviderFailure.Unavailable, failure.Failure);
    }

    [Fact]
    public async Task Cancelling_is_no_failure_of_the_server()
    {
        await using var fixture = await NavidromeFixture.StartAsync(clock: Clock());
        using var stop = new CancellationTokenSource();
        var gate = new TaskCompletionSource();
        fixture.Server.Fault = _ =>
        {
            stop.Cancel();
            return DemoFault.Wait(gate.Task);
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fixture.For().ListTargetsAsync(stop.Token));
    }
}
