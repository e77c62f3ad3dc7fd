using Microsoft.EntityFrameworkCore;
using Spotter.Core.Events;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Sources;
using Spotter.Core.Sync;
using Spotter.Core.Targets;
using Spotter.Tests.Support;
using Spotter.Tests.Support.Sources;

namespace Spotter.Tests.Core.Sources;

/// <summary>How playlists follow their changing source, over real HTTP.</summary>
public sealed class SourceRefresherTests : IAsyncLifetime
{
    private ListenBrainzHost _host = null!;
    private CoreHost _core = null!;

    public async Task InitializeAsync()
    {
        _host = await ListenBrainzHost.StartAsync();
        _core = _host.Core;
    }

    public async Task DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task What_was_chosen_is_read_and_synced_by_recording_id_in_order()
    {
        _host.FillLibrary(3);
        var list = _host.AddList(1, "Road trip", 3);
        list.Edit(ListenBrainzHost.Song(3), ListenBrainzHost.Song(1), ListenBrainzHost.Song(2));
        var connection = await _host.ConnectAsync();

        await _core.AddAsync(_host.Ann, connection, keepInSync: true, list.Mbid);
        var playlist = await _core.FindAsync(_host.Ann, list.Mbid);
        var synced = await _core.RunAsync(playlist.Id);

        Assert.Equal(("listenbrainz", connection.Id, true), (playlist.Source, playlist.ConnectionId, playlist.SyncEnabled));
        Assert.Equal(SyncStatus.Success, synced.Status);
        Assert.Equal(["s3", "s1", "s2"], _core.Server.ContentOf(synced.NavidromePlaylistId!));
        Assert.All(synced.Tracks, track => Assert.Equal(Spotter.Core.Matching.MatchTier.Mbid, track.Tier));
        Assert.Empty((await _core.FindConnectionAsync(connection.Id)).Wanted);
    }

    [Fact]
    public async Task A_change_at_the_source_is_noted_with_its_difference_and_synced_in_place()
    {
        var (list, playlist) = await FollowAsync(4);
        var target = playlist.NavidromePlaylistId!;

        list.Title = "Road trip 2";
        list.Edit(ListenBrainzHost.Song(2), ListenBrainzHost.Song(1), ListenBrainzHost.Song(3), ListenBrainzHost.Song(5));
        await _core.RefreshAsync(playlist.ConnectionId!.Value);
        var synced = await _core.RunAsync(playlist.Id);

        var refreshed = Assert.Single(await _core.EventsAsync(playlist.Id), e => e.Type == SyncEventType.Refreshed);
        var figures = SyncEventLog.ReadFigures(refreshed.Metadata);
        Assert.Equal((1, 1, 1, "Road trip", SyncTrigger.Schedule), (figures.Added, figures.Removed, figures.Moved, figures.RenamedFrom, figures.Trigger));
        Assert.Equal("Read again: 1 added, 1 removed, 1 moved, renamed from “Road trip”.", refreshed.Message.Words);
        Assert.Equal((target, "Road trip 2"), (synced.NavidromePlaylistId, Assert.Single(_core.Server.Lists).Name));
        Assert.Equal(["s2", "s1", "s3", "s5"], _core.Server.ContentOf(target));
    }

    [Fact]
    public async Task Nothing_changed_is_neither_read_nor_noted_nor_synced()
    {
        var (list, playlist) = await FollowAsync(3);
        _host.Service.Forget();
        _core.Scheduler.Nudges.Clear();
        _core.Clock.Advance(TimeSpan.FromHours(1));

        var connection = await _core.RefreshAsync(playlist.ConnectionId!.Value);

        Assert.DoesNotContain(_host.Service.Requests, request => request.Contains(list.Mbid, StringComparison.Ordinal));
        Assert.DoesNotContain(await _core.EventsAsync(playlist.Id), e => e.Type == SyncEventType.Refreshed);
        Assert.Empty(_core.Scheduler.Nudges);
        Assert.Equal((_core.Clock.GetUtcNow(), _core.Clock.GetUtcNow()), (connection.LastSucceededAt, (await _core.FindAsync(playlist.Id)).RefreshedAt));
    }

    [Fact]
    public async Task Gone_at_the_source_is_marked_once_and_kept_and_comes_back()
    {
        var (list, playlist) = await FollowAsync(3);
        var id = playlist.ConnectionId!.Value;

        _host.Service.Lists.Clear();
        await _core.RefreshAsync(id);
        await _core.RefreshAsync(id);
        var gone = await _core.FindAsync(playlist.Id);
        _host.Service.Lists.Add(list);
        var connection = await _core.RefreshAsync(id);
        var back = await _core.FindAsync(playlist.Id);

        Assert.Equal((true, 3, true), (gone.IsGoneAtSource, gone.Tracks.Count, gone.SyncEnabled));
        Assert.Single(await _core.EventsAsync(playlist.Id), e => e.Message.Words!.StartsWith("It no longer exists at its source", StringComparison.Ordinal));
        Assert.Equal((false, 3, SourceConnectionState.Working), (back.IsGoneAtSource, back.Tracks.Count, connection.State));
        Assert.Equal(3, _core.Server.ContentOf(playlist.NavidromePlaylistId!).Count);
    }

    [Theory]
    [InlineData("empty", 0, SafetyRule.SourceEmpty)]
    [InlineData("below seven of ten", 6, SafetyRule.SourceShrank)]
    public async Task A_source_that_loses_too_much_is_held_back_with_its_plan_and_the_target_stays(string why, int left, SafetyRule rule)
    {
        var (list, playlist) = await FollowAsync(10);

        list.Edit(Enumerable.Range(1, left).Select(ListenBrainzHost.Song));
        await _core.RefreshAsync(playlist.ConnectionId!.Value);
        var held = await _core.RunAsync(playlist.Id);

        Assert.Equal((why, SyncStatus.Warning, rule), (why, held.Status, held.HeldBackRule));
        Assert.NotNull(held.HeldBackPlan);
        Assert.Equal(10, _core.Server.ContentOf(playlist.NavidromePlaylistId!).Count);

        // The lost tracks come back, so nothing has to be approved.
        list.Edit(Enumerable.Range(1, 10).Select(ListenBrainzHost.Song));
        await _core.RefreshAsync(playlist.ConnectionId!.Value);
        Assert.Equal(SyncStatus.Success, (await _core.RunAsync(playlist.Id)).Status);
    }

    [Fact]
    public async Task A_series_that_is_made_anew_each_week_is_replaced_in_place_without_asking()
    {
        _host.FillLibrary(40);
        Weekly(1, 1, 20, new(2026, 2, 16, 0, 0, 0, TimeSpan.Zero));
        var connection = await _host.ConnectAsync();
        await _core.AddAsync(_host.Ann, connection, keepInSync: true, "weekly-exploration:ann");
        var playlist = await _core.FindAsync(_host.Ann, "weekly-exploration:ann");
        var first = await _core.RunAsync(playlist.Id);

        Weekly(2, 21, 20, new(2026, 2, 23, 0, 0, 0, TimeSpan.Zero));
        await _core.RefreshAsync(connection.Id);
        var second = await _core.RunAsync(playlist.Id);

        Assert.Equal((SyncStatus.Success, "Weekly Exploration"), (second.Status, second.Name));
        Assert.Equal(first.NavidromePlaylistId, second.NavidromePlaylistId);
        Assert.Equal(Enumerable.Range(21, 20).Select(i => $"s{i}"), _core.Server.ContentOf(second.NavidromePlaylistId!));
    }

    [Fact]
    public async Task All_new_ones_too_means_what_turns_up_from_then_on()
    {
        _host.AddList(1, "Old", 1);
        var connection = await _host.ConnectAsync();
        await _core.Get<SourceConnections>().SetNewOnesAsync(_host.Ann.UserId, connection.Id, adds: true, syncs: true, default);
        await _core.RefreshAsync(connection.Id);
        Assert.Empty(await PlaylistNamesAsync());

        _host.AddList(2, "New", 1);
        await _core.RefreshAsync(connection.Id);
        Assert.Equal(["New"], await PlaylistNamesAsync());
        var added = await _core.FindAsync(_host.Ann, ListenBrainzDouble.ListId(2));
        Assert.True(added.SyncEnabled);

        // A playlist that the user removed does not come back.
        await _core.Requests.SetSyncEnabledAsync(_host.Ann.UserId, added.Id, false, false, SyncTrigger.User, default);
        await _core.RunAsync(added.Id);
        Assert.True(await _core.Choices.ForgetAsync(_host.Ann.UserId, added.Id, default));
        await _core.RefreshAsync(connection.Id);
        Assert.Empty(await PlaylistNamesAsync());
    }

    [Fact]
    public async Task A_sign_in_that_is_refused_waits_for_the_user_says_so_once_and_nothing_more_is_asked()
    {
        var (_, playlist) = await FollowAsync(3);
        var id = playlist.ConnectionId!.Value;
        var told = new List<Notification>();
        using var listening = _core.Get<EventBus>().Subscribe<Notification>(_host.Ann.UserId, told.Add);
        _host.Service.Tokens.Clear();

        var refused = await _core.RefreshAsync(id);
        _host.Service.Forget();
        await _core.RefreshAsync(id);
        await _core.RefreshAsync(id, SyncTrigger.User);

        Assert.Equal((SourceConnectionState.NeedsUser, null), (refused.State, refused.NextTryAt));
        Assert.Equal("ListenBrainz does not accept the token. Copy it again from your settings there.", refused.Problem.Words);
        Assert.Empty(_host.Service.Requests);
        Assert.Contains("needs you", Assert.Single(told).What.Words!, StringComparison.Ordinal);
        Assert.Equal(0, await _core.Get<SourceRefresher>().NudgeDueAsync(onlyOverdue: false, default));

        // With a new token it continues.
        _host.Service.Tokens["new-token"] = "ann";
        await _core.Get<SourceConnections>().ConnectAsync(
            _host.Ann.UserId, "listenbrainz", SourceSetup.Values(("user", "ann"), ("token", "new-token")), id, default);
        Assert.Equal(SourceConnectionState.Working, (await _core.RefreshAsync(id)).State);
    }

    [Fact]
    public async Task A_wait_of_hours_survives_a_restart_and_is_shown_with_its_time()
    {
        var (_, playlist) = await FollowAsync(3);
        var id = playlist.ConnectionId!.Value;
        _host.Service.Fail("/1/user", 429, retryAfter: TimeSpan.FromHours(5));

        var waiting = await _core.RefreshAsync(id);
        _host.Service.Forget();
        var restarted = _host.StartAnother();
        restarted.Clock.SetUtcNow(_core.Clock.GetUtcNow().AddHours(4));
        var tried = await restarted.Get<SourceRefresher>().NudgeDueAsync(onlyOverdue: false, default);
        var pause = await restarted.FindPauseAsync("listenbrainz");

        Assert.Equal(SourceConnectionState.Retrying, waiting.State);
        Assert.InRange(waiting.NextTryAt!.Value, _core.Clock.GetUtcNow().AddHours(5), _core.Clock.GetUtcNow().AddHours(5.5));
        Assert.Equal("ListenBrainz asks Spotter to wait before it asks again.", waiting.Problem.Words);
        Assert.Equal((0, _core.Clock.GetUtcNow().AddHours(5)), (tried, pause!.Until));
        Assert.Empty(_host.Service.Requests);

        // The wait is over.
        _core.Clock.Advance(TimeSpan.FromHours(6));
        Assert.Equal(1, await _core.Get<SourceRefresher>().NudgeDueAsync(onlyOverdue: true, default));
        Assert.Equal((SourceConnectionState.Working, 0), ((await _core.RefreshAsync(id)).State, (await _core.FindConnectionAsync(id)).Failures));
    }

    [Fact]
    public async Task A_playlist_that_cannot_be_read_says_why_and_stops_no_other()
    {
        var first = _host.AddList(1, "First", 1);
        var second = _host.AddList(2, "Second", 1);
        var connection = await _host.ConnectAsync(token: null);
        await _core.AddAsync(_host.Ann, connection, keepInSync: false, first.Mbid, second.Mbid);

        first.IsPublic = false;
        second.Edit(ListenBrainzHost.Song(1), ListenBrainzHost.Song(2));
        var stored = await _core.RefreshAsync(connection.Id);

        Assert.Equal(SourceConnectionState.Working, stored.State);
        Assert.Contains("private", (await _core.FindAsync(_host.Ann, first.Mbid)).SourceError.Words, StringComparison.Ordinal);
        Assert.Equal((1, 2), ((await _core.FindAsync(_host.Ann, first.Mbid)).Tracks.Count, (await _core.FindAsync(_host.Ann, second.Mbid)).Tracks.Count));

        first.IsPublic = true;
        await _core.RefreshAsync(connection.Id);
        Assert.Null((await _core.FindAsync(_host.Ann, first.Mbid)).SourceError.Words);
    }

    [Fact]
    public async Task A_wish_survives_a_failure_and_is_served_when_the_service_answers_again()
    {
        var list = _host.AddList(1, "Road trip", 2);
        var connection = await _host.ConnectAsync();
        await _core.Get<SourceConnections>().AddAsync(_host.Ann.UserId, connection.Id, [new(list.Mbid, "Road trip", null)], keepInSync: false, default);
        _host.Service.Fail("/1/playlist", 429, retryAfter: TimeSpan.FromHours(1));

        Assert.Equal(list.Mbid, Assert.Single((await _core.RefreshAsync(connection.Id)).Wanted).RemoteId);
        _core.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Empty((await _core.RefreshAsync(connection.Id)).Wanted);

        Assert.Equal(2, (await _core.FindAsync(_host.Ann, list.Mbid)).Tracks.Count);
    }

    [Fact]
    public async Task A_playlist_of_the_same_name_on_the_server_is_not_touched_before_the_user_has_answered()
    {
        _core.Server.Add("road trip", []);
        var list = _host.AddList(1, "Road trip", 2);
        var connection = await _host.ConnectAsync();
        var told = new List<Notification>();
        using var listening = _core.Get<EventBus>().Subscribe<Notification>(_host.Ann.UserId, told.Add);

        await _core.AddAsync(_host.Ann, connection, keepInSync: true, list.Mbid);

        Assert.False((await _core.FindAsync(_host.Ann, list.Mbid)).SyncEnabled);
        Assert.Contains("a playlist of the same name", Assert.Single(told).What.Words!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_at_once_read_a_connection_once_and_a_disconnection_meanwhile_stores_nothing()
    {
        var list = _host.AddList(1, "Road trip", 2);
        var connection = await _host.ConnectAsync();
        await _core.Get<SourceConnections>().AddAsync(_host.Ann.UserId, connection.Id, [new(list.Mbid, "Road trip", null)], keepInSync: true, default);
        var asked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var goOn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _host.Service.Fail("/1/user/ann/playlists/collaborator", async context =>
        {
            asked.SetResult();
            await goOn.Task;
            context.Response.ContentType = "application/json";
            await Microsoft.AspNetCore.Http.HttpResponseWritingExtensions.WriteAsync(context.Response, "{\"playlists\":[],\"playlist_count\":0}");
        });

        var running = _core.Get<SourceRefresher>().RefreshAsync(connection.Id, SyncTrigger.User, default);
        await asked.Task;
        Assert.True(_core.Get<SourceRefresher>().IsRunning(connection.Id));
        var requests = _host.Service.Requests.Count;
        await _core.Get<SourceRefresher>().RefreshAsync(connection.Id, SyncTrigger.User, default);
        Assert.Equal(requests, _host.Service.Requests.Count);
        await _core.Get<SourceConnections>().DisconnectAsync(_host.Ann.UserId, connection.Id, default);
        goOn.SetResult();
        await running;

        Assert.Empty(await PlaylistNamesAsync());
        Assert.False(_core.Get<SourceRefresher>().IsRunning(connection.Id));
    }

    private void Weekly(int number, int firstSong, int songs, DateTimeOffset madeAt)
    {
        var list = new ListenBrainzList(ListenBrainzDouble.ListId(number), $"Weekly Exploration for ann, {madeAt:yyyy-MM-dd}")
        {
            IsCreatedFor = true, Patch = "weekly-exploration", MadeAt = madeAt,
        };
        list.Edit(Enumerable.Range(firstSong, songs).Select(ListenBrainzHost.Song));
        _host.Service.Lists.Add(list);
    }

    /// <summary>A followed and synced playlist with this many songs.</summary>
    private async Task<(ListenBrainzList List, Playlist Playlist)> FollowAsync(int songs)
    {
        _host.FillLibrary(songs + 5);
        var list = _host.AddList(1, "Road trip", songs);
        var connection = await _host.ConnectAsync();
        await _core.AddAsync(_host.Ann, connection, keepInSync: true, list.Mbid);
        var playlist = await _core.RunAsync((await _core.FindAsync(_host.Ann, list.Mbid)).Id);
        Assert.Equal(SyncStatus.Success, playlist.Status);
        return (list, playlist);
    }

    private async Task<IReadOnlyList<string>> PlaylistNamesAsync()
    {
        await using var db = _core.Database.CreateDbContext();
        return await db.Playlists.Select(p => p.Name).ToListAsync();
    }
}
