using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Facts;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Sync;
using Spotter.Core.Targets;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync;

/// <summary>Creations that were interrupted: each playlist continues with its own list, and never with another.</summary>
public sealed class TargetCreationTests : IDisposable
{
    private readonly CoreHost _host = new();

    private FakeMusicServer Server => _host.Server;

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task A_creation_leaves_the_one_that_another_playlist_has_begun_alone()
    {
        var (ann, first) = await CutShortAsync("create");
        var second = await _host.ImportAsync(ann, "Second", CoreHost.Tracks(1, 2));
        Assert.Equal(SyncStatus.Success, (await _host.EnableAndRunAsync(ann, second)).Status);
        Assert.Equal([first], await BegunAsync());

        var playlist = await _host.RequestAndRunAsync(ann, first, SyncCommand.Sync());

        Assert.Equal((SyncStatus.Success, 2), (playlist.Status, Server.Lists.Count));
        Assert.Equal(["Road trip", "Second"], Server.Lists.Select(list => list.Name).Order());
        Assert.Empty(await BegunAsync());
    }

    [Fact]
    public async Task A_creation_that_never_reached_the_server_is_forgotten_and_begun_again()
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await _host.ImportAsync(ann, "Road trip", _host.FillLibrary(3));
        Server.Before = FailAt("create");
        await _host.EnableAndRunAsync(ann, id);
        Server.Before = null;
        var token = (await IntentionAsync()).Token;
        string? second = null;
        Server.Before = async call => second ??= call == "create" ? (await IntentionAsync()).Token : null;

        await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());

        Assert.NotNull(second);
        Assert.NotEqual(token, second);
        Assert.Single(Server.Lists);
    }

    [Fact]
    public async Task What_is_intended_is_stored_before_the_server_is_asked()
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await _host.ImportAsync(ann, "Road trip", _host.FillLibrary(3));
        var old = Server.Add("There before", ["s1"]);
        TargetIntention? intended = null;
        Server.Before = async call => intended ??= call == "create" ? await IntentionAsync() : null;

        await _host.EnableAndRunAsync(ann, id);

        Assert.Equal((id, null, null, _host.Clock.GetUtcNow()), (intended!.PlaylistId, intended.CreatedId, intended.ReplacesId, intended.CreatedAt));
        Assert.Equal([old], intended.ExistingIds);
    }

    [Fact]
    public async Task A_list_that_was_there_before_is_not_ours_though_it_carries_the_token()
    {
        var (ann, id) = await CutShortAsync("create");
        var made = Server.Lists[0];
        var copy = Server.Add(made.Name, ["s1", "s2", "s3"]);
        await using (var db = _host.Database.CreateDbContext())
        {
            var intention = await db.TargetIntentions.SingleAsync();
            intention.ExistingIds = [copy];
            await db.SaveChangesAsync();
        }

        var playlist = await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());

        Assert.Equal(made.Id, playlist.NavidromePlaylistId);
        Assert.Contains(Server.Lists, list => list.Id == copy);
    }

    [Fact]
    public async Task Of_two_lists_with_the_token_the_one_that_was_adopted_stays()
    {
        var (ann, id) = await CutShortAsync("describe");
        var second = Server.Add(Server.Lists[0].Name, Server.ContentOf(Server.Lists[0].Id));
        await using (var db = _host.Database.CreateDbContext())
        {
            // The server lists the other one first.
            await db.TargetIntentions.ExecuteUpdateAsync(set => set.SetProperty(i => i.CreatedId, second));
            await db.Playlists.ExecuteUpdateAsync(set => set.SetProperty(p => p.NavidromePlaylistId, second));
        }

        var playlist = await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());

        Assert.Equal((second, SyncStatus.Success), (playlist.NavidromePlaylistId, playlist.Status));
        Assert.Equal(second, Assert.Single(Server.Lists).Id);
    }

    [Fact]
    public async Task A_server_that_names_no_id_and_lists_nothing_is_told_and_looked_at_again()
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await _host.ImportAsync(ann, "Road trip", _host.FillLibrary(3));
        Server.ReturnsIdOnCreate = false;
        Server.After = call =>
        {
            if (call == "create")
            {
                Server.Drop(Server.Lists[0].Id);
            }

            return Task.CompletedTask;
        };

        var playlist = await _host.EnableAndRunAsync(ann, id);

        Assert.Equal(
            (SyncStatus.Error, "The music server said that it created the playlist, but does not list it. The next sync looks for it again."),
            (playlist.Status, playlist.SyncError.Words));
        Server.After = null;
        Assert.Equal(SyncStatus.Success, (await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync())).Status);
        Assert.Single(Server.Lists);
    }

    [Fact]
    public async Task Switching_off_gives_a_list_that_is_whole_but_unnamed_its_name()
    {
        var (ann, id) = await CutShortAsync("create");
        var list = Server.Lists[0].Id;

        await _host.Requests.SetSyncEnabledAsync(ann.UserId, id, false, false, SyncTrigger.User, default);
        var playlist = await _host.RunAsync(id);

        Assert.Equal((list, "Road trip"), (Assert.Single(Server.Lists).Id, Server.Lists[0].Name));
        Assert.Equal(list, playlist.LeftTargetId);
        Assert.Empty(await BegunAsync());
    }

    [Fact]
    public async Task Switching_off_where_the_new_list_never_came_asks_the_server_for_nothing_more()
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await _host.ImportAsync(ann, "Road trip", _host.FillLibrary(3));
        Server.Before = FailAt("create");
        await _host.EnableAndRunAsync(ann, id);
        Server.Before = null;
        Server.Calls.Clear();

        await _host.Requests.SetSyncEnabledAsync(ann.UserId, id, false, false, SyncTrigger.User, default);
        var playlist = await _host.RunAsync(id);

        Assert.Equal((null, null), (playlist.SyncError.Words, playlist.LeftTargetId));
        Assert.Empty(Server.Writes);
        Assert.Empty(await BegunAsync());
    }

    [Fact]
    public async Task Switching_off_after_a_rebuild_that_was_cut_short_leaves_the_old_list_and_nothing_of_the_new_one()
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await _host.ImportAsync(ann, "Road trip", _host.FillLibrary(3));
        var old = (await _host.EnableAndRunAsync(ann, id)).NavidromePlaylistId!;
        Server.After = FailAt("create");
        Assert.Equal(SyncStatus.Error, (await _host.RequestAndRunAsync(ann, id, SyncCommand.Rebuild())).Status);
        Server.After = null;
        var made = Server.Lists.Single(list => list.Id != old);
        Server.Add(made.Name, Server.ContentOf(made.Id)); // sent twice by somebody between us and the server

        await _host.Requests.SetSyncEnabledAsync(ann.UserId, id, false, false, SyncTrigger.User, default);
        var playlist = await _host.RunAsync(id);

        Assert.Equal((old, "Road trip"), (Assert.Single(Server.Lists).Id, Server.Lists[0].Name));
        Assert.Equal((null, old), (playlist.NavidromePlaylistId, playlist.LeftTargetId));
        Assert.Empty(await BegunAsync());
    }

    [Theory]
    [InlineData("the first piece, as it was created", "s1 s2", true)]
    [InlineData("all that the first one holds", "s1 s2 s3 s4", true)]
    [InlineData("as many songs, but others", "s1 s5", false)]
    [InlineData("fewer than a piece", "s1", false)]
    [InlineData("more than a piece", "s1 s2 s3", false)]
    public async Task A_copy_of_a_list_that_was_being_made_goes_where_nobody_has_edited_it(string what, string content, bool goes)
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await _host.ImportAsync(ann, "Road trip", _host.FillLibrary(6));
        Server.MaxSongs = 2;
        var appended = 0;
        Server.Before = call => call == "append" && ++appended > 1 ? FailAt("append")(call) : Task.CompletedTask;
        Assert.Equal(SyncStatus.Error, (await _host.EnableAndRunAsync(ann, id)).Status);
        Server.Before = null;
        Assert.Equal(["s1", "s2", "s3", "s4"], Server.ContentOf(Assert.Single(Server.Lists).Id));
        var copy = Server.Add(Server.Lists[0].Name, content.Split(' '));

        var playlist = await _host.RequestAndRunAsync(ann, id, SyncCommand.Sync());

        Assert.Equal(SyncStatus.Success, playlist.Status);
        Assert.True(goes == !Server.Lists.Any(list => list.Id == copy), what);
        Assert.Equal(6, Server.ContentOf(playlist.NavidromePlaylistId!).Count);
    }

    private static Func<string, Task> FailAt(string call) => name => name == call
        ? throw new ProviderException(ProviderKinds.Navidrome, ProviderFailure.Unavailable, new Fact.SaidBefore("It went away."))
        : Task.CompletedTask;

    private async Task<TargetIntention> IntentionAsync()
    {
        await using var db = _host.Database.CreateDbContext();
        return await db.TargetIntentions.AsNoTracking().SingleAsync();
    }

    private async Task<IReadOnlyList<int>> BegunAsync()
    {
        await using var db = _host.Database.CreateDbContext();
        return await db.TargetIntentions.Select(intention => intention.PlaylistId).ToListAsync();
    }

    /// <summary>A first sync that lost the answer to that call, or its description.</summary>
    [Fact]
    public async Task A_first_list_that_was_begun_replaces_none()
    {
        var (ann, id) = await CutShortAsync("create");
        var lease = new SyncLease(Guid.NewGuid(), ann.UserId, ann.Id, id, "Road trip", new SyncRequest { PlaylistId = id }, _host.Clock.GetUtcNow());

        Assert.False(await _host.Get<TargetCreation>().IsReplacingAsync(lease, default));

        await using (var db = _host.Database.CreateDbContext())
        {
            (await db.TargetIntentions.SingleAsync()).ReplacesId = "old";
            await db.SaveChangesAsync();
        }

        Assert.True(await _host.Get<TargetCreation>().IsReplacingAsync(lease, default));
    }

    private async Task<(Account Ann, int PlaylistId)> CutShortAsync(string call)
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await _host.ImportAsync(ann, "Road trip", _host.FillLibrary(3));
        (Server.Before, Server.After) = call == "create" ? ((Func<string, Task>?)null, FailAt(call)) : (FailAt(call), null);
        Assert.Equal(SyncStatus.Error, (await _host.EnableAndRunAsync(ann, id)).Status);
        (Server.Before, Server.After) = (null, null);
        Assert.True(TargetToken.IsIn(Assert.Single(Server.Lists).Name));
        return (ann, id);
    }
}
