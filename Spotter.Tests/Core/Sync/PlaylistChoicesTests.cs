using Microsoft.EntityFrameworkCore;
using Spotter.Core.Events;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync;

public sealed class PlaylistChoicesTests : IDisposable
{
    private readonly CoreHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task A_playlist_with_sync_on_is_not_forgotten_and_nobody_forgets_anothers()
    {
        var ann = await _host.Database.AddUserAsync();
        var bob = await _host.Database.AddUserAsync("bob");
        var id = await _host.ImportAsync(ann, "Road trip", _host.FillLibrary(1));

        Assert.False(await _host.Choices.ForgetAsync(bob.UserId, id, default));
        await _host.EnableAndRunAsync(ann, id);
        Assert.False(await _host.Choices.ForgetAsync(ann.UserId, id, default));
        await _host.Requests.SetSyncEnabledAsync(ann.UserId, id, false, false, SyncTrigger.User, default);
        await _host.RunAsync(id);
        Assert.True(await _host.Choices.ForgetAsync(ann.UserId, id, default));
        Assert.Single(_host.Server.Lists);
    }

    [Fact]
    public async Task A_playlist_whose_removal_waits_is_not_forgotten_before_it_is_done()
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await _host.ImportAsync(ann, "Road trip", _host.FillLibrary(1));
        await _host.EnableAndRunAsync(ann, id);
        await _host.Requests.SetSyncEnabledAsync(ann.UserId, id, false, true, SyncTrigger.User, default);

        Assert.False(await _host.Choices.ForgetAsync(ann.UserId, id, default));

        await _host.RunAsync(id);
        Assert.Empty(_host.Server.Lists);
        Assert.True(await _host.Choices.ForgetAsync(ann.UserId, id, default));
    }

    [Fact]
    public async Task A_new_name_for_the_target_reaches_the_server_and_null_follows_the_source_again()
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await _host.ImportAsync(ann, "Road trip", _host.FillLibrary(1));
        await _host.EnableAndRunAsync(ann, id);

        await _host.Choices.RenameTargetAsync(ann.UserId, id, " Roads ", default);
        await _host.RunAsync(id);
        Assert.Equal("Roads", _host.Server.Lists[0].Name);

        await _host.Choices.RenameTargetAsync(ann.UserId, id, null, default);
        await _host.RunAsync(id);
        Assert.Equal("Road trip", _host.Server.Lists[0].Name);
    }

    [Fact]
    public async Task What_was_found_changed_at_the_target_is_dismissed_by_its_user_alone_and_pages_hear_of_it()
    {
        var ann = await _host.Database.AddUserAsync();
        var bob = await _host.Database.AddUserAsync("bob");
        var tracks = _host.FillLibrary(2);
        var (first, second) = (await _host.ImportAsync(ann, "Road trip", tracks), await _host.ImportAsync(ann, "Rain", tracks));
        await _host.EnableAndRunAsync(ann, first);
        await _host.EnableAndRunAsync(ann, second);
        await using var db = _host.Database.CreateDbContext();
        await db.WrittenTargets.ExecuteUpdateAsync(set => set.SetProperty(written => written.Drift, new TargetDrift()));
        var told = new List<int>();
        using var listening = _host.Get<EventBus>().Subscribe<PlaylistStatusChanged>(ann.UserId, change => told.Add(change.PlaylistId));

        await _host.Choices.DismissDriftAsync(bob.UserId, first, default);
        Assert.Equal(2, await db.WrittenTargets.CountAsync(written => written.Drift != null));
        Assert.Empty(told);

        await _host.Choices.DismissDriftAsync(ann.UserId, first, default);
        Assert.Equal(second, await db.WrittenTargets.Where(written => written.Drift != null).Select(written => written.PlaylistId).SingleAsync());
        Assert.Equal([first], told);
    }
}
