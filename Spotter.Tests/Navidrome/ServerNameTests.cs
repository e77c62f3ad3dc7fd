using Spotter.Core.Providers;
using Spotter.Core.Sync;
using Spotter.Navidrome.Demo;
using Spotter.Navidrome.Subsonic;
using Spotter.Tests.Navidrome.Faults;
using Spotter.Tests.Support;

namespace Spotter.Tests.Navidrome;

/// <summary>Sentences name the actual server.</summary>
public sealed class ServerNameTests
{
    [Theory]
    [InlineData("Navidrome 0.64", "Navidrome")]
    [InlineData("Navidrome 0.49", "Navidrome")]
    [InlineData("gonic", "gonic")]
    [InlineData("bare Subsonic", "The music server")]
    public async Task A_failure_is_told_of_the_server_that_answers(string server, string name)
    {
        await using var fixture = await StartAsync(DemoProfile.All.Single(profile => profile.Name == server));

        foreach (var fault in new[]
        {
            DemoFault.Failed(40, "wrong"), DemoFault.Failed(0, "disk full"), DemoFault.Locked(), DemoFault.Failed(50, "no"), DemoFault.Failed(70, "gone"), DemoFault.Status(500),
            DemoFault.Status(418), DemoFault.HtmlPage(), DemoFault.Refuse(),
        })
        {
            fixture.Server.Fault = _ => fault;
            var failure = await Assert.ThrowsAsync<ProviderException>(() => fixture.For().ListTargetsAsync(default));
            Assert.Contains(name, failure.Words, StringComparison.OrdinalIgnoreCase);
            Assert.True(name == "Navidrome" || !failure.Words.Replace("Navidrome:BaseUrl", "", StringComparison.Ordinal).Contains("Navidrome", StringComparison.Ordinal), failure.Words);
        }
    }

    [Theory]
    [InlineData("Navidrome 0.64", "in Navidrome", "Navidrome")]
    [InlineData("Navidrome 0.60", "in Navidrome", "Navidrome")]
    [InlineData("gonic", "in gonic", "gonic")]
    [InlineData("bare Subsonic", "on the music server", "the music server")]
    public async Task What_a_run_says_is_said_of_the_server_that_is_there(string server, string place, string name)
    {
        await using var host = await FaultHost.StartAsync(DemoProfile.All.Single(profile => profile.Name == server));
        var account = await host.AccountAsync();
        var id = await host.ImportAsync(account, "Road trip", [0, 1, 2]);
        await host.RequestAsync(account, id, SyncCommand.Sync());
        await host.RunAsync(id);
        var list = Assert.Single(host.Server.Playlists.All);
        host.Server.Playlists.Change(list.Id, now => now with { SongIds = [.. now.SongIds.Skip(1)] });
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        await host.RequestAsync(account, id, SyncCommand.Sync());
        await host.RunAsync(id);
        host.Server.Playlists.Clear();
        host.Clock.Advance(TimeSpan.FromMinutes(2));
        await host.RequestAsync(account, id, SyncCommand.Sync());
        var heldBack = await host.RunAsync(id);

        Assert.Contains($"Changed {place} since the last sync: 1 removed.", string.Join('\n', (await host.EventsAsync()).Select(line => line.Message.Words)), StringComparison.Ordinal);
        Assert.StartsWith($"'Road trip' is gone from {name};", heldBack.SyncError.Words, StringComparison.Ordinal);
        await host.RequestAsync(account, id, SyncCommand.Remove(deleteTarget: false));
        await host.RunAsync(id);
        Assert.Equal($"Sync is off; the playlist {place} was left as it is.", (await host.EventsAsync())[^1].Message.Words);
    }

    [Theory]
    [InlineData("ampache", "ampache could not")]
    [InlineData("<b>evil</b>", "The music server could not")]
    [InlineData("a name that is far too long to be the name of a server", "The music server could not")]
    public async Task A_name_that_is_none_is_not_repeated(string type, string begins)
    {
        await using var fixture = await StartAsync(DemoProfile.Plain with { Type = type });
        await fixture.Server.DisposeAsync();

        var failure = await Assert.ThrowsAsync<ProviderException>(() => fixture.For().ListTargetsAsync(default));

        Assert.StartsWith(begins, failure.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_list_that_gonic_cannot_answer_in_its_five_seconds_is_told_with_that_limit()
    {
        await using var fixture = await StartAsync(DemoProfile.Gonic);
        var songs = fixture.Server.Library.Songs;
        var list = fixture.Server.Playlists.Create("demo", "Everything", [.. Enumerable.Range(0, 5_000).Select(i => songs[i % songs.Count].Id)]);
        fixture.Server.Fault = request => request.Method == "getPlaylist" ? DemoFault.Truncate() : null;

        var failure = await Assert.ThrowsAsync<ProviderException>(() => fixture.For().ReadTargetAsync(list.Id, default));

        Assert.Equal(ProviderFailure.Unavailable, failure.Failure);
        Assert.StartsWith("gonic aborts every answer that takes longer than five seconds", failure.Words, StringComparison.Ordinal);
        Assert.Contains("5,000 songs", failure.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gonic", 12)]
    [InlineData("Navidrome 0.64", 5_000)]
    public async Task A_short_list_or_another_server_has_only_lost_its_connection(string server, int rows)
    {
        await using var fixture = await StartAsync(DemoProfile.All.Single(profile => profile.Name == server));
        var songs = fixture.Server.Library.Songs;
        var list = fixture.Server.Playlists.Create("demo", "Everything", [.. Enumerable.Range(0, rows).Select(i => songs[i % songs.Count].Id)]);
        fixture.Server.Fault = request => request.Method == "getPlaylist" ? DemoFault.Truncate() : null;

        var failure = await Assert.ThrowsAsync<ProviderException>(() => fixture.For().ReadTargetAsync(list.Id, default));

        Assert.Contains("was interrupted", failure.Words, StringComparison.Ordinal);
    }

    private static async Task<NavidromeFixture> StartAsync(DemoProfile profile)
    {
        var fixture = await NavidromeFixture.StartAsync(
            new DemoServerOptions { Profile = profile }, new HastyClock(SubsonicResilience.PingTimeout, SubsonicResilience.AttemptTimeout, SubsonicResilience.TotalTimeout));
        await fixture.For().ListTargetsAsync(default);
        return fixture;
    }
}
