using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Providers;
using Spotter.Navidrome.Demo;
using Spotter.Tests.Support;

namespace Spotter.Tests.Navidrome;

/// <summary>What Spotter learns about a server by using it, and that it never creates a playlist to find out.</summary>
public sealed class ServerProfileTests : IDisposable
{
    private readonly TestDatabase _database = new();

    public void Dispose() => _database.Dispose();

    public static TheoryData<string> Servers => [.. DemoProfile.All.Select(profile => profile.Name)];

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Reading_teaches_the_login_the_question_the_change_detector_and_the_fields(string name)
    {
        await using var fixture = await StartAsync(name);
        fixture.Server.Playlists.Create("demo", "Mine", [fixture.Server.Library.Songs[0].Id]);
        var provider = fixture.For();

        await provider.ReadLibraryAsync(null, default);
        await provider.ListTargetsAsync(default);

        var real = fixture.Server.Profile;
        var learnt = fixture.Known.Profile;
        Assert.Equal((real.Type, real.ServerVersion, real.IsOpenSubsonic), (learnt.Type, learnt.Version, learnt.SpeaksExtensions));
        Assert.Equal(real.TakesTokens, learnt.TakesTokens);
        Assert.Equal(real.QuotesMeanEverything, learnt.QuotesFindEverything);
        Assert.Equal(real.HasLastScan ? ChangeDetector.LastScan : real.Type == "gonic" ? ChangeDetector.SongCount : ChangeDetector.IndexDate, learnt.ChangeDetector);
        Assert.Equal((real.IsOpenSubsonic, real.IsOpenSubsonic, real.IsOpenSubsonic), (learnt.NamesIsrcs, learnt.NamesRecordings, learnt.NamesArtists));
        Assert.Equal((real.HasChanged, real.HasReadonly), (learnt.DatesPlaylists, learnt.MarksReadOnly));
        Assert.Null(learnt.ReturnsPlaylists);
        Assert.Null(learnt.EmptiesByReplacing);
        Assert.Equal(0, fixture.Server.Log.Writes);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Our_own_writes_teach_what_only_writes_show(string name)
    {
        await using var fixture = await StartAsync(name);
        var songs = fixture.Server.Library.Songs.Take(3).Select(song => song.Id).ToList();
        var list = fixture.Server.Playlists.Create("demo", "Mine", songs);
        var provider = fixture.For();

        await provider.UpdatePlaylistTracksAsync(list.Id, "Mine", [songs[1]], default);
        await provider.UpdatePlaylistTracksAsync(list.Id, "Mine", [], default);

        var learnt = fixture.Known.Profile;
        Assert.Equal(fixture.Server.Profile.ReturnsPlaylistOnCreate, learnt.ReturnsPlaylists);
        // This is known of Navidrome and never tried.
        Assert.Equal(fixture.Server.Profile.EmptyReplaceEmpties ? true : null, learnt.EmptiesByReplacing);
        Assert.Empty(fixture.Server.Playlists.Find(list.Id)!.SongIds);
        Assert.Single(fixture.Server.Playlists.All);
    }

    [Fact]
    public async Task A_stranger_that_does_not_empty_by_replacing_is_emptied_the_other_way_and_that_is_remembered()
    {
        await using var fixture = await NavidromeFixture.StartAsync(new DemoServerOptions { Profile = DemoProfile.Navidrome with { Type = "other" } });
        var songs = fixture.Server.Library.Songs.Take(3).Select(song => song.Id).ToList();
        var list = fixture.Server.Playlists.Create("demo", "Mine", songs);

        await fixture.For().UpdatePlaylistTracksAsync(list.Id, "Mine", [], default);

        Assert.Empty(fixture.Server.Playlists.Find(list.Id)!.SongIds);
        Assert.False(fixture.Known.Profile.EmptiesByReplacing);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task What_was_learnt_outlives_a_restart_and_saves_requests(string name)
    {
        ServerProfile learnt;
        await using (var first = await StartAsync(name))
        {
            await first.For().ReadLibraryAsync(null, default);
            await first.For().ListTargetsAsync(default);
            learnt = first.Known.Profile;
            await MoveAsync("kept");
        }

        await using var second = await StartAsync(name);
        await MoveAsync(second.Server.BaseUrl);
        await second.Known.LoadAsync(default);
        Assert.Equal(learnt, second.Known.Profile);
        await second.For().ReadStampAsync(default);
        await second.For().ListTargetsAsync(default);

        // The login works at once, and the change detector is one call; two if an administrator of a bare server may see the scanner, or if
        // it includes libraries.
        Assert.Equal(
            second.Server.Profile.HasLastScan ? ["getScanStatus", "getMusicFolders", "getPlaylists"]
                : second.Server.Profile.Type == "gonic" ? ["getScanStatus", "getPlaylists"] : ["getScanStatus", "getIndexes", "getPlaylists"],
            second.Server.Log.Requests.Select(request => request.Method));
    }

    [Fact]
    public async Task Another_version_is_another_server()
    {
        await using var fixture = await StartAsync("Navidrome 0.60");
        await fixture.For().ReadLibraryAsync(null, default);
        await fixture.For().ListTargetsAsync(default);
        var before = fixture.Known.Profile;

        fixture.Server.Upgrade(DemoProfile.Navidrome);
        await fixture.For().ReadStampAsync(default);

        var after = fixture.Known.Profile;
        Assert.Equal("0.60.0 (demo)", before.Version);
        Assert.Equal("0.64.0 (demo)", after.Version);
        Assert.Null(after.QuotesFindEverything);
        Assert.Null(after.MarksReadOnly);
        await using var db = _database.CreateDbContext();
        Assert.Equal(after, (await db.ServerProfiles.SingleAsync()).Profile);
    }

    [Theory]
    [InlineData("Navidrome 0.64", 9_992, 1)]
    [InlineData("Navidrome 0.64", 9_993, 2)]
    [InlineData("Navidrome 0.60", 9_993, 2)]
    [InlineData("Navidrome 0.49", 12_000, 1)]
    [InlineData("bare Subsonic", 12_000, 1)]
    [InlineData("gonic", 2_000, 1)]
    [InlineData("gonic", 2_001, 2)]
    [InlineData("gonic", 5_000, 3)]
    public async Task A_long_list_goes_in_as_few_requests_as_the_server_bears(string name, int count, int requests)
    {
        await using var fixture = await StartAsync(name);
        var songs = fixture.Server.Library.Songs;
        List<string> wanted = [.. Enumerable.Range(0, count).Select(i => songs[i * 7 % songs.Count].Id)];
        var list = fixture.Server.Playlists.Create("demo", "Mine", [songs[1].Id]);
        var provider = fixture.For();
        await provider.ListTargetsAsync(default);

        var target = await LongWrites.WriteAsync(provider, list.Id, "Mine", wanted);
        var made = await LongWrites.WriteAsync(provider, null, "New", wanted);

        Assert.Equal(wanted, target.SongIds);
        Assert.Equal(wanted, made.SongIds);
        Assert.All(fixture.Server.Playlists.All, one => Assert.Equal(wanted, one.SongIds));
        Assert.Equal(2 * requests, fixture.Server.Log.Writes);
    }

    [Fact]
    public async Task A_limit_that_nobody_knew_is_learnt_from_a_refusal_and_kept()
    {
        await using var fixture = await NavidromeFixture.StartAsync(
            new DemoServerOptions { Profile = DemoProfile.Navidrome with { ServerVersion = "0.58.0 (demo)" } }, profiles: new ServerProfiles(_database));
        var songs = fixture.Server.Library.Songs;
        List<string> wanted = [.. Enumerable.Range(0, 12_000).Select(i => songs[i * 7 % songs.Count].Id)];
        var provider = fixture.For();
        await provider.ListTargetsAsync(default);

        var refusal = await Assert.ThrowsAsync<ProviderException>(() => provider.SyncPlaylistAsync("New", wanted, default));

        Assert.Equal((ProviderFailure.TooMuch, 9_992), (refusal.Failure, provider.SongsPerCall));
        Assert.Empty(fixture.Server.Playlists.All);
        Assert.Equal(wanted, (await LongWrites.WriteAsync(provider, null, "New", wanted)).SongIds);
        await using var db = _database.CreateDbContext();
        Assert.Equal(10_000, (await db.ServerProfiles.SingleAsync()).Profile.MaxParameters);
    }

    [Fact]
    public async Task A_proxy_that_takes_no_body_of_that_length_is_sent_shorter_ones()
    {
        await using var fixture = await StartAsync("Navidrome 0.64");
        var songs = fixture.Server.Library.Songs;
        var list = fixture.Server.Playlists.Create("demo", "Mine", [songs[0].Id]);
        List<string> wanted = [.. Enumerable.Range(0, 392).Select(i => songs[i % songs.Count].Id)];
        var provider = fixture.For();
        await provider.ListTargetsAsync(default);
        fixture.Server.Fault = request => request.IsWrite ? DemoFault.Status(413) : null;

        var refusal = await Assert.ThrowsAsync<ProviderException>(() => provider.UpdatePlaylistTracksAsync(list.Id, "Mine", wanted, default));

        Assert.Equal((ProviderFailure.TooMuch, 192), (refusal.Failure, provider.SongsPerCall));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Ids_of_another_server_s_shape_are_not_there_rather_than_an_error(string name)
    {
        await using var fixture = await StartAsync(name);
        var provider = fixture.For();

        foreach (var id in new[] { "tr-1", "6owyzFEyktb6jxHvAYbn6w", "e3b7fc2ae9447bbec37a13bf916e3cf6", "f47ac10b-58cc-4372-a567-0e02b2c3d479", "!" })
        {
            Assert.Null(await provider.ReadTargetAsync(id, default));
            await provider.DeletePlaylistAsync(id, default);
            var list = fixture.Server.Playlists.Create("demo", "Mine", [fixture.Server.Library.Songs[0].Id]);
            if (fixture.Server.Profile.RefusesUnknownSongs && id != "tr-1")
            {
                var failure = await Assert.ThrowsAsync<ProviderException>(() => provider.UpdatePlaylistTracksAsync(list.Id, "Mine", [id], default));
                Assert.Equal(ProviderFailure.NotFound, failure.Failure);
            }
        }
    }

    private async Task<NavidromeFixture> StartAsync(string name)
        => await NavidromeFixture.StartAsync(
            new DemoServerOptions { Profile = DemoProfile.All.Single(profile => profile.Name == name) },
            new HastyClock(TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(120)),
            profiles: new ServerProfiles(_database));

    /// <summary>Each start uses another port, while a real server keeps its address.</summary>
    private async Task MoveAsync(string to)
    {
        await using var db = _database.CreateDbContext();
        var stored = await db.ServerProfiles.SingleAsync();
        db.ServerProfiles.Remove(stored);
        await db.SaveChangesAsync();
        db.ServerProfiles.Add(new StoredServerProfile { Address = to, Profile = stored.Profile });
        await db.SaveChangesAsync();
    }
}
