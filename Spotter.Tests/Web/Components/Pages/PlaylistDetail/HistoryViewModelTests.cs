using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Tests.Support;
using Spotter.Web.Components.Pages.PlaylistDetail;

namespace Spotter.Tests.Web.Components.Pages.PlaylistDetail;

public sealed class HistoryViewModelTests : IDisposable
{
    private readonly TestDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task A_run_is_one_line_with_its_figures_newest_first()
    {
        var ann = await _database.AddUserAsync();
        var playlist = await _database.AddPlaylistAsync(ann, "Mix");
        var first = Guid.NewGuid();
        await _database.AddEventAsync(ann.UserId, playlist.Id, SyncEventType.Started, operationId: first);
        await _database.AddEventAsync(ann.UserId, playlist.Id, SyncEventType.Completed, "Synced.", """{"added":3,"matched":2,"total":4}""", first);
        await _database.AddEventAsync(ann.UserId, playlist.Id, SyncEventType.Failed, "No answer.");
        var model = new HistoryViewModel(_database);

        await model.LoadAsync(ann.UserId, playlist.Id, default);

        Assert.Equal(["No answer.", "Synced."], model.Entries.Select(entry => entry.Event.Message.Words));
        Assert.Equal((3, 2, 4), (model.Entries[1].Figures.Added, model.Entries[1].Figures.Matched, model.Entries[1].Figures.Total));
    }

    [Fact]
    public async Task What_a_run_overwrote_stands_at_its_line()
    {
        var ann = await _database.AddUserAsync();
        var playlist = await _database.AddPlaylistAsync(ann, "Mix");
        var run = Guid.NewGuid();
        await _database.AddEventAsync(ann.UserId, playlist.Id, SyncEventType.Completed, operationId: run);
        await _database.AddEventAsync(ann.UserId, playlist.Id, SyncEventType.Completed);
        await AddSnapshotAsync(playlist.Id, run, 12);
        await AddSnapshotAsync(playlist.Id, Guid.NewGuid(), 7);
        var model = new HistoryViewModel(_database);

        await model.LoadAsync(ann.UserId, playlist.Id, default);

        Assert.Equal([null, 12], model.Entries.Select(entry => entry.Before?.SongCount));
        Assert.Equal([7], model.OtherContents.Select(content => content.SongCount));
    }

    [Fact]
    public async Task Another_user_sees_neither_lines_nor_contents()
    {
        var ann = await _database.AddUserAsync();
        var bob = await _database.AddUserAsync("bob");
        var playlist = await _database.AddPlaylistAsync(ann, "Mix");
        await _database.AddEventAsync(ann.UserId, playlist.Id, SyncEventType.Completed);
        await AddSnapshotAsync(playlist.Id, Guid.NewGuid(), 7);
        var model = new HistoryViewModel(_database);

        await model.LoadAsync(bob.UserId, playlist.Id, default);

        Assert.Empty(model.Entries);
        Assert.Empty(model.OtherContents);
    }

    [Fact]
    public async Task Older_lines_come_when_they_are_asked_for()
    {
        var ann = await _database.AddUserAsync();
        var playlist = await _database.AddPlaylistAsync(ann, "Mix");
        for (var i = 0; i < 51; i++)
        {
            await _database.AddEventAsync(ann.UserId, playlist.Id, SyncEventType.Skipped, $"{i}");
        }

        var model = new HistoryViewModel(_database);
        await model.LoadAsync(ann.UserId, playlist.Id, default);
        Assert.True(model.HasOlder);
        Assert.Equal(50, model.Entries.Count);

        await model.LoadOlderAsync(ann.UserId, playlist.Id, default);

        Assert.False(model.HasOlder);
        Assert.Equal("0", model.Entries[^1].Event.Message.Words);
    }

    private async Task AddSnapshotAsync(int playlistId, Guid run, int songCount)
    {
        await using var db = _database.CreateDbContext();
        db.TargetSnapshots.Add(new TargetSnapshot { PlaylistId = playlistId, TargetId = "t", Name = "Mix", SongCount = songCount, OperationId = run });
        await db.SaveChangesAsync();
    }
}
