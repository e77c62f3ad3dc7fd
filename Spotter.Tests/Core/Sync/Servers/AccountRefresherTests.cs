using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Facts;
using Spotter.Core.Matching;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Sync;
using Spotter.Core.Sync.Servers;
using Spotter.Core.Targets;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync.Servers;

/// <summary>The regular look at a server: what it costs, and what it has synced.</summary>
public sealed class AccountRefresherTests : IDisposable
{
    private readonly CoreHost _host = new();

    private FakeMusicServer Server => _host.Server;

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task With_nothing_changed_it_costs_two_requests_whatever_the_number_of_playlists()
    {
        var (ann, ids) = await SyncedAsync(3);
        await HourAsync(ann); // the first look reads where our own writes left the times of change
        Server.Calls.Clear();

        await HourAsync(ann);

        Assert.Equal(["list", "stamp"], Server.Calls.Order());
        Assert.Empty(await WantedAsync());
        Assert.Equal(_host.Clock.GetUtcNow(), (await _host.FindAsync(ids[0])).LastSyncedAt);
    }

    [Theory]
    [InlineData("a source that is newer than what was matched of it")]
    [InlineData("rows that no run has looked for")]
    public async Task What_was_accepted_and_whose_request_was_lost_is_found(string what)
    {
        var (ann, ids) = await SyncedAsync(2);
        await HourAsync(ann);
        await _host.ImportAsync(ann, (await _host.FindAsync(ids[0])).Name, [.. (await _host.FindAsync(ids[0])).Tracks.Take(1).Select(track => track.SourceTrack)], approve: true);
        await using (var db = _host.Database.CreateDbContext())
        {
            // As a version left it that stored the change first and asked for the sync afterwards.
            await db.SyncRequests.ExecuteDeleteAsync();
            await db.Playlists.ExecuteUpdateAsync(set => set.SetProperty(p => p.SyncWantedAt, (DateTimeOffset?)null).SetProperty(p => p.Status, SyncStatus.Success));
            if (what.StartsWith("rows", StringComparison.Ordinal))
            {
                await db.Playlists.ExecuteUpdateAsync(set => set.SetProperty(p => p.MatchedSource, p => p.SourceFingerprint));
                await db.Tracks.Where(track => track.PlaylistId == ids[0]).ExecuteUpdateAsync(set => set.SetProperty(track => track.Zone, (MatchZone?)null));
            }
        }

        await HourAsync(ann);

        Assert.Equal([ids[0]], await WantedAsync());
    }

    [Fact]
    public async Task A_decision_reaches_its_target_though_nobody_asks_for_a_sync()
    {
        var (ann, ids) = await SyncedAsync(2);
        await HourAsync(ann);
        await _host.Get<MatchCorrections>().NeverAsync(ann.UserId, (await _host.FindAsync(ids[1])).Tracks[0].Id, default);

        await HourAsync(ann);

        Assert.Contains(ids[1], await WantedAsync());
    }

    [Fact]
    public async Task Syncing_all_where_nothing_changed_costs_two_requests_however_long_the_runs_wait_for_each_other()
    {
        var (ann, ids) = await SyncedAsync(12);
        await HourAsync(ann);
        Server.Calls.Clear();

        await SyncAllAsync(ann, ids);

        Assert.Equal(["list", "stamp"], Server.Calls.Order());
        await using var db = _host.Database.CreateDbContext();
        Assert.Equal(12, await db.Playlists.CountAsync(p => p.Status == SyncStatus.Success));
        Assert.Equal("Nothing changed; nothing was written.", (await _host.EventsAsync(ids[^1]))[^1].Message.Words);
    }

    [Fact]
    public async Task Of_all_that_are_synced_only_those_are_read_that_somebody_changed_or_that_are_to_be_written()
    {
        var (ann, ids) = await SyncedAsync(5);
        await HourAsync(ann);
        Server.SetContent((await _host.FindAsync(ids[1])).NavidromePlaylistId!, "s1");
        await _host.ImportAsync(ann, "Mix 4", [CoreHost.Track(CoreHost.TitleOf(3), isrc: CoreHost.IsrcOf(3)), .. Enumerable.Range(1, 5).Select(i => CoreHost.Track(CoreHost.TitleOf(i), isrc: CoreHost.IsrcOf(i)))]);
        Server.Calls.Clear();

        await SyncAllAsync(ann, ids);

        Assert.Equal(2, Server.Calls.Count(call => call == "read"));
        Assert.Equal(["s1", "s2", "s3", "s4", "s5"], Server.ContentOf((await _host.FindAsync(ids[1])).NavidromePlaylistId!));
        Assert.Equal(["s3", "s1", "s2", "s3", "s4", "s5"], Server.ContentOf((await _host.FindAsync(ids[3])).NavidromePlaylistId!));
    }

    [Fact]
    public async Task A_look_from_before_somebody_asked_is_not_good_enough()
    {
        var (ann, ids) = await SyncedAsync(3);
        await HourAsync(ann);
        await SyncAllAsync(ann, ids);
        Server.SetContent((await _host.FindAsync(ids[2])).NavidromePlaylistId!, "s1");
        _host.Clock.Advance(TimeSpan.FromSeconds(5));

        await SyncAllAsync(ann, ids);

        Assert.Equal(["s1", "s2", "s3", "s4", "s5"], Server.ContentOf((await _host.FindAsync(ids[2])).NavidromePlaylistId!));
    }

    [Fact]
    public async Task A_run_that_is_alone_looks_at_the_target_itself()
    {
        var (ann, ids) = await SyncedAsync(3);
        await HourAsync(ann);
        Server.Calls.Clear();

        await _host.RequestAndRunAsync(ann, ids[0], SyncCommand.Sync());

        Assert.Equal(["read"], Server.Calls.Where(call => call != "stamp"));
    }

    [Fact]
    public async Task Where_the_server_tells_no_time_of_change_each_target_is_read_and_no_more()
    {
        Server.TellsChanges = false;
        var (ann, ids) = await SyncedAsync(3);
        await HourAsync(ann);
        Server.Calls.Clear();
        var events = (await _host.EventsAsync(ids[0])).Count;

        await HourAsync(ann);

        Assert.Equal(["list", "read", "read", "read", "stamp"], Server.Calls.Order());
        Assert.Equal(events, (await _host.EventsAsync(ids[0])).Count);
    }

    [Theory]
    [InlineData("edited", true)]
    [InlineData("edited, and the server tells no time of change", false)]
    [InlineData("renamed", true)]
    [InlineData("deleted", true)]
    public async Task A_target_that_somebody_changed_is_synced_and_no_other(string what, bool tells)
    {
        Server.TellsChanges = tells;
        var (ann, ids) = await SyncedAsync(3);
        await HourAsync(ann);
        var list = (await _host.FindAsync(ids[1])).NavidromePlaylistId!;
        switch (what)
        {
            case "renamed":
                Server.Edit(list, summary => summary with { Name = "Mine" });
                break;
            case "deleted":
                Server.Drop(list);
                break;
            default:
                Server.SetContent(list, "s1");
                break;
        }

        await HourAsync(ann);

        Assert.Equal([ids[1]], await WantedAsync());
    }

    [Fact]
    public async Task After_a_scan_the_unmatched_tracks_alone_are_tried_and_what_is_found_comes_to_its_place()
    {
        var ann = await _host.Database.AddUserAsync();
        var tracks = _host.FillLibrary(10);
        var late = Enumerable.Range(11, 7).Select(i => CoreHost.Track(CoreHost.TitleOf(i), isrc: CoreHost.IsrcOf(i)));
        var id = await _host.ImportAsync(ann, "Road trip", [tracks[0], .. late, .. tracks.Skip(1)]);
        var other = await _host.ImportAsync(ann, "Whole", tracks);
        await _host.EnableAndRunAsync(ann, id);
        await _host.EnableAndRunAsync(ann, other);
        var list = (await _host.FindAsync(id)).NavidromePlaylistId!;
        await HourAsync(ann);

        // The matched rows would be matched to these better copies, were they matched again.
        var copies = Server.Library.Select(song => song with { Id = "copy-" + song.Id, Suffix = "flac", IsStarred = true }).ToList();
        Server.Library.AddRange(copies);
        Server.Library.AddRange(Enumerable.Range(11, 7).Select(i => FakeMusicServer.Song($"s{i}", CoreHost.TitleOf(i), isrc: CoreHost.IsrcOf(i))));
        Server.Stamp = "2";
        await HourAsync(ann);
        Assert.Equal([id], await WantedAsync());
        var playlist = await _host.RunAsync(id);

        Assert.Equal(["s1", .. Enumerable.Range(11, 7).Select(i => $"s{i}"), .. Enumerable.Range(2, 9).Select(i => $"s{i}")], Server.ContentOf(list));
        Assert.Equal((SyncStatus.Success, 7, _host.Clock.GetUtcNow()), (playlist.Status, playlist.NewlyMatchedCount, playlist.NewlyMatchedAt));
        Assert.Equal("Updated: 7 added. 7 newly matched.", (await _host.EventsAsync(id))[^1].Message.Words);
        Assert.Contains("\"newlyMatched\":7", (await _host.EventsAsync(id))[^1].Metadata, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scan_that_brings_only_new_candidates_renews_them_without_a_run()
    {
        var ann = await _host.Database.AddUserAsync();
        var tracks = _host.FillLibrary(10);
        var id = await _host.ImportAsync(ann, "Road trip", [.. tracks, CoreHost.Track("Lantern street", "Bea")]);
        await _host.EnableAndRunAsync(ann, id);
        await HourAsync(ann);
        Server.Library.Add(FakeMusicServer.Song("live", "Lantern street (Live)", "Bea"));
        Server.Stamp = "2";

        await HourAsync(ann);

        var playlist = await _host.FindAsync(id);
        Assert.Equal((MatchZone.Review, "live"), (playlist.Tracks[10].Zone, playlist.Tracks[10].Song!.Id));
        Assert.Equal((10, 1, 0, null), (playlist.MatchedCount, playlist.ReviewCount, playlist.MissingCount, playlist.SyncWantedAt));
        Assert.Empty(await WantedAsync());
    }

    [Fact]
    public async Task A_held_back_playlist_is_not_asked_about_again_until_something_changes()
    {
        var (ann, ids) = await SyncedAsync(1);
        Server.Drop(Server.Lists[0].Id);
        await HourAsync(ann);
        await _host.RunAsync(ids[0]);
        var told = (await _host.EventsAsync(ids[0])).Count;

        await HourAsync(ann);
        Assert.Empty(await WantedAsync());
        Assert.Equal(told, (await _host.EventsAsync(ids[0])).Count);

        var back = Server.Add("Mix 1", ["s1"]);
        var marker = (await _host.FindAsync(ids[0])).Marker;
        Server.Edit(back, list => list with { Comment = marker });
        await HourAsync(ann);
        Assert.Equal(ids, await WantedAsync());
    }

    [Fact]
    public async Task During_a_scan_it_is_looked_at_again_in_a_minute()
    {
        var (ann, _) = await SyncedAsync(1);
        _host.Clock.Advance(TimeSpan.FromHours(1));
        Server.IsScanning = true;
        _host.Scheduler.Accounts.Clear();

        Assert.False(await _host.Get<AccountRefresher>().RefreshAsync(ann.Id, default));
        await _host.Get<SyncRecovery>().SweepAsync(atStart: false, default);
        Assert.Empty(_host.Scheduler.Accounts);
        _host.Clock.Advance(TimeSpan.FromMinutes(1));
        await _host.Get<SyncRecovery>().SweepAsync(atStart: false, default);

        Assert.Equal([ann.Id], _host.Scheduler.Accounts);
        Server.IsScanning = false;
        Assert.True(await _host.Get<AccountRefresher>().RefreshAsync(ann.Id, default));
    }

    [Fact]
    public async Task An_account_that_needs_a_sign_in_is_not_looked_at_again_by_itself()
    {
        var (ann, _) = await SyncedAsync(1);
        _host.Clock.Advance(TimeSpan.FromHours(1));
        Server.IsScanning = true;
        await _host.Get<AccountRefresher>().RefreshAsync(ann.Id, default);
        await _host.Get<SignInGuard>().NoteRefusalAsync(ann.Id, Guid.NewGuid());
        _host.Scheduler.Accounts.Clear();
        _host.Clock.Advance(TimeSpan.FromMinutes(2));

        await _host.Get<SyncRecovery>().SweepAsync(atStart: false, default);

        Assert.Empty(_host.Scheduler.Accounts);
    }

    [Fact]
    public async Task A_held_back_playlist_is_tried_again_when_the_library_has_changed_though_its_own_songs_are_the_same()
    {
        var ann = await _host.Database.AddUserAsync();
        var tracks = _host.FillLibrary(20);
        var id = await _host.ImportAsync(ann, "Road trip", [.. tracks.Take(5)]);
        await _host.EnableAndRunAsync(ann, id);
        var drive = Server.Library.Skip(5).ToList();
        Server.Library.RemoveRange(5, 15);
        Server.Stamp = "2";
        await _host.ImportAsync(ann, "Road trip", [.. tracks.Take(5).Reverse()]);
        _host.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(SafetyRule.LibraryShrank, (await _host.RunAsync(id)).HeldBackRule);
        await HourAsync(ann);
        Assert.Empty(await WantedAsync());

        Server.Library.AddRange(drive);
        Server.Stamp = "3";
        await HourAsync(ann);

        Assert.Equal([id], await WantedAsync());
        Assert.Equal(SyncStatus.Success, (await _host.RunAsync(id)).Status);
        Assert.Equal("s5", Server.ContentOf(Server.Lists[0].Id)[0]);
    }

    [Fact]
    public async Task A_server_that_does_not_answer_is_noted_once_and_each_playlist_is_tried()
    {
        var (ann, ids) = await SyncedAsync(2);
        Server.Before = _ => throw new ProviderException("navidrome", ProviderFailure.Unavailable, new Fact.SaidBefore("Navidrome did not answer."));

        await Assert.ThrowsAsync<ProviderException>(() => HourAsync(ann));
        await Assert.ThrowsAsync<ProviderException>(() => HourAsync(ann));

        Assert.Equal(ids, await WantedAsync());
        await using var db = _host.Database.CreateDbContext();
        Assert.Single(await db.SyncEvents.ToListAsync(), e => e.PlaylistId == null && e.Type == SyncEventType.Failed && e.Message.Words == "Navidrome did not answer.");
        Server.Before = null;
        await HourAsync(ann);
        Assert.Null(db.Accounts.AsNoTracking().Single().Library.Error);
    }

    [Theory]
    [InlineData("a library that was never read", false)]
    [InlineData("a library that is known", true)]
    public async Task A_server_that_is_scanning_is_looked_at_again_in_a_minute(string what, bool isKnown)
    {
        var ann = isKnown ? (await SyncedAsync(1)).Ann : await _host.Database.AddUserAsync();
        Server.IsScanning = true;
        _host.Clock.Advance(TimeSpan.FromHours(1));

        Assert.False(await _host.Get<AccountRefresher>().RefreshAsync(ann.Id, default), what);

        await using var db = _host.Database.CreateDbContext();
        Assert.Equal(_host.Clock.GetUtcNow() + TimeSpan.FromMinutes(1), db.Accounts.AsNoTracking().Single().Library.LookAgainAt);
        Server.IsScanning = false;
        Assert.True(await _host.Get<AccountRefresher>().RefreshAsync(ann.Id, default), what);
        Assert.Null(db.Accounts.AsNoTracking().Single().Library.LookAgainAt);
    }

    [Fact]
    public async Task Runs_that_changed_nothing_are_forgotten_after_thirty_days_and_nothing_else()
    {
        var (ann, ids) = await SyncedAsync(1);
        await _host.RequestAndRunAsync(ann, ids[0], SyncCommand.Sync());
        _host.Clock.Advance(TimeSpan.FromDays(29));
        await _host.RequestAndRunAsync(ann, ids[0], SyncCommand.Sync());
        Assert.Equal(
            ["Imported", "Started", "Completed", "Started", "Skipped", "Started", "Skipped"], (await _host.EventsAsync(ids[0])).Select(e => e.Type.ToString()));
        _host.Clock.Advance(TimeSpan.FromDays(2));

        await _host.Get<PlaylistSyncService>().SyncAllEnabledPlaylistsAsync(default);

        Assert.Equal(["Imported", "Started", "Completed", "Started", "Skipped"], (await _host.EventsAsync(ids[0])).Select(e => e.Type.ToString()));
    }

    private async Task HourAsync(Account account)
    {
        _host.Clock.Advance(TimeSpan.FromHours(1));
        await _host.Get<AccountRefresher>().RefreshAsync(account.Id, default);
    }

    /// <summary>Each run comes half a minute after the one before it.</summary>
    private async Task SyncAllAsync(Account account, IReadOnlyList<int> ids)
    {
        Assert.Equal(ids.Count, await _host.Requests.RequestAllAsync(account.UserId, SyncTrigger.User, default));
        foreach (var id in ids)
        {
            _host.Clock.Advance(TimeSpan.FromSeconds(30));
            await _host.RunAsync(id);
        }
    }

    private async Task<IReadOnlyList<int>> WantedAsync()
    {
        await using var db = _host.Database.CreateDbContext();
        return await db.Playlists.Where(p => p.SyncWantedAt != null).OrderBy(p => p.Id).Select(p => p.Id).ToListAsync();
    }

    private async Task<(Account Ann, IReadOnlyList<int> Ids)> SyncedAsync(int playlists)
    {
        var ann = await _host.Database.AddUserAsync();
        var tracks = _host.FillLibrary(5);
        var ids = new List<int>();
        for (var i = 1; i <= playlists; i++)
        {
            ids.Add(await _host.ImportAsync(ann, $"Mix {i}", tracks));
            Assert.Equal(SyncStatus.Success, (await _host.EnableAndRunAsync(ann, ids[^1])).Status);
        }

        return (ann, ids);
    }
}
