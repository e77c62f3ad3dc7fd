using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Events;
using Spotter.Core.Facts;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Sync;
using Spotter.Core.Sync.Servers;
using Spotter.Core.Targets;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync;

/// <summary>Which playlists the schedule requests runs for, and what it notes about the others.</summary>
public sealed class DuePlaylistsTests : IDisposable
{
    private readonly CoreHost _host = new();

    private FakeMusicServer Server => _host.Server;

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task A_playlist_in_error_is_tried_again_though_nothing_has_changed()
    {
        var (ann, id) = await SyncedAsync();
        await HourAsync(ann);
        Server.Before = _ => throw new ProviderException(ProviderKinds.Navidrome, ProviderFailure.Unavailable, new Fact.SaidBefore("It went away."));
        Assert.Equal(SyncStatus.Error, (await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync())).Status);
        Server.Before = null;

        await HourAsync(ann);

        Assert.NotNull((await _host.FindAsync(id)).SyncWantedAt);
    }

    [Fact]
    public async Task What_was_found_as_it_should_be_is_noted_and_told_to_the_pages()
    {
        var (ann, id) = await SyncedAsync();
        var told = new List<int>();
        using var listening = _host.Get<EventBus>().Subscribe<PlaylistStatusChanged>(ann.UserId, change => told.Add(change.PlaylistId));

        await HourAsync(ann);

        Assert.Equal(_host.Clock.GetUtcNow(), (await _host.FindAsync(id)).LastSyncedAt);
        Assert.Equal([id], told);
    }

    [Fact]
    public async Task What_could_not_be_written_is_not_noted_as_synced()
    {
        var ann = await _host.Database.AddUserAsync();
        _host.FillLibrary(3);
        var id = await _host.ImportAsync(ann, "Nothing", [CoreHost.Track("Nowhere to be found", "Zed")]);
        Assert.Equal(SyncStatus.Warning, (await _host.EnableAndRunAsync(ann, id)).Status);

        await HourAsync(ann);

        var playlist = await _host.FindAsync(id);
        Assert.Equal((null, null), (playlist.LastSyncedAt, playlist.SyncWantedAt));
    }

    [Fact]
    public async Task What_is_held_back_keeps_the_moment_of_its_last_sync()
    {
        var (ann, id) = await SyncedAsync();
        await HourAsync(ann);
        var synced = (await _host.FindAsync(id)).LastSyncedAt;
        Server.Drop(Server.Lists[0].Id);
        await HourAsync(ann);
        Assert.NotNull((await _host.RunAsync(id)).HeldBackRule);

        await HourAsync(ann);

        Assert.Equal((synced, null), ((await _host.FindAsync(id)).LastSyncedAt, (await _host.FindAsync(id)).SyncWantedAt));
    }

    [Fact]
    public async Task A_library_that_was_looked_through_in_vain_is_not_looked_through_again()
    {
        var (ann, id) = await SyncedAsync();
        Server.Library.Add(FakeMusicServer.Song("new", "Something else", "Zoe"));
        Server.Stamp = "2";

        await HourAsync(ann);

        Assert.Equal((_host.Clock.GetUtcNow(), null), ((await _host.FindAsync(id)).MatchedAt, (await _host.FindAsync(id)).SyncWantedAt));
        var looked = _host.Clock.GetUtcNow();
        await HourAsync(ann);
        Assert.Equal(looked, (await _host.FindAsync(id)).MatchedAt);
    }

    [Fact]
    public async Task A_matching_that_a_clock_which_was_ahead_has_noted_is_not_believed()
    {
        var ann = await _host.Database.AddUserAsync();
        var tracks = _host.FillLibrary(3);
        var id = await _host.ImportAsync(ann, "Road trip", [.. tracks, CoreHost.Track("Lantern street", "Bea")]);
        await _host.EnableAndRunAsync(ann, id);
        await HourAsync(ann);
        await using (var db = _host.Database.CreateDbContext())
        {
            await db.Playlists.ExecuteUpdateAsync(set => set.SetProperty(p => p.MatchedAt, _host.Clock.GetUtcNow().AddDays(400)));
        }

        Server.Library.Add(FakeMusicServer.Song("late", "Lantern street", "Bea"));
        Server.Stamp = "2";
        await HourAsync(ann);

        Assert.NotNull((await _host.FindAsync(id)).SyncWantedAt);
    }

    [Fact]
    public async Task A_target_that_was_given_to_somebody_else_is_due()
    {
        var (ann, id) = await SyncedAsync();
        await HourAsync(ann);
        var before = Server.Lists[0];
        Server.Edit(before.Id, list => list with { Owner = "bob", IsOwn = false });

        await HourAsync(ann);

        Assert.NotNull((await _host.FindAsync(id)).SyncWantedAt);
    }

    [Fact]
    public async Task A_song_of_the_users_whose_file_is_back_is_due()
    {
        var (ann, id) = await SyncedAsync();
        await using (var db = _host.Database.CreateDbContext())
        {
            await db.Playlists.ExecuteUpdateAsync(set => set.SetProperty(p => p.EditPolicy, EditPolicy.KeepAdded));
        }

        Server.SetContent(Server.Lists[0].Id, "s1", "s2", "s3", "s4");
        await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());
        var gone = Server.Library.Single(song => song.Id == "s4");
        Server.Library.Remove(gone);
        Server.Vanished.Add("s4");
        Server.Stamp = "2";
        await HourAsync(ann);
        await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());
        await HourAsync(ann);
        Assert.Null((await _host.FindAsync(id)).SyncWantedAt);

        // Something else came into the library.
        Server.Library.Add(FakeMusicServer.Song("other", "Lantern street", "Bea"));
        Server.Stamp = "2, and more";
        await HourAsync(ann);
        Assert.Null((await _host.FindAsync(id)).SyncWantedAt);

        Server.Vanished.Clear();
        Server.Library.Add(gone);
        Server.Stamp = "3";
        await HourAsync(ann);

        Assert.NotNull((await _host.FindAsync(id)).SyncWantedAt);
    }

    [Fact]
    public async Task A_list_that_was_gone_and_is_there_again_as_it_was_is_due()
    {
        var (ann, _) = await SyncedAsync();
        await HourAsync(ann);
        await using (var db = _host.Database.CreateDbContext())
        {
            await db.Playlists.ExecuteUpdateAsync(set => set.SetProperty(p => p.HeldBackRule, (SafetyRule?)SafetyRule.TargetGone).SetProperty(p => p.Status, SyncStatus.Warning));
        }

        await HourAsync(ann);

        await using var after = _host.Database.CreateDbContext();
        Assert.NotNull((await after.Playlists.SingleAsync()).SyncWantedAt);
    }

    private async Task HourAsync(Account account)
    {
        _host.Clock.Advance(TimeSpan.FromHours(1));
        await _host.Get<AccountRefresher>().RefreshAsync(account.Id, default);
    }

    private async Task<(Account Ann, int PlaylistId)> SyncedAsync()
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await _host.ImportAsync(ann, "Road trip", [.. _host.FillLibrary(4).Take(3)]);
        Assert.Equal(SyncStatus.Success, (await _host.EnableAndRunAsync(ann, id)).Status);
        return (ann, id);
    }
}
