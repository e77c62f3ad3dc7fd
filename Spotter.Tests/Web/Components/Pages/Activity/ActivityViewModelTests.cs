using Spotter.Core.Playlists;
using Spotter.Tests.Support;
using Spotter.Web.Components.Pages.Activity;

namespace Spotter.Tests.Web.Components.Pages.Activity;

public sealed class ActivityViewModelTests : IDisposable
{
    private readonly TestDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task Started_is_told_only_while_the_run_goes_on()
    {
        var ann = await _database.AddUserAsync();
        var playlist = await _database.AddPlaylistAsync(ann, "Mix");
        var ended = Guid.NewGuid();
        await _database.AddEventAsync(ann.UserId, playlist.Id, SyncEventType.Started, "Began.", operationId: ended);
        await _database.AddEventAsync(ann.UserId, playlist.Id, SyncEventType.Completed, "Ended.", operationId: ended);
        await _database.AddEventAsync(ann.UserId, playlist.Id, SyncEventType.Started, "Running.");
        var model = new ActivityViewModel(_database);

        await model.LoadAsync(ann.UserId, ActivityKind.All, null, default);

        Assert.Equal(["Running.", "Ended."], Messages(model));
    }

    [Fact]
    public async Task Filters_leave_the_kind_and_the_playlist()
    {
        var ann = await _database.AddUserAsync();
        var one = await _database.AddPlaylistAsync(ann, "One");
        var two = await _database.AddPlaylistAsync(ann, "Two");
        await _database.AddEventAsync(ann.UserId, one.Id, SyncEventType.Failed, "One failed.");
        await _database.AddEventAsync(ann.UserId, two.Id, SyncEventType.Failed, "Two failed.");
        await _database.AddEventAsync(ann.UserId, one.Id, SyncEventType.Completed, "One went well.");
        var model = new ActivityViewModel(_database);

        await model.LoadAsync(ann.UserId, ActivityKind.Find("problems"), one.Id, default);
        Assert.Equal(["One failed."], Messages(model));

        await model.LoadAsync(ann.UserId, ActivityKind.Find("completed"), null, default);
        Assert.Equal(["One went well."], Messages(model));
    }

    [Fact]
    public void A_word_that_is_no_kind_shows_all() => Assert.Same(ActivityKind.All, ActivityKind.Find("nonsense"));

    [Fact]
    public async Task What_came_since_stands_on_top_and_the_rest_stays()
    {
        var ann = await _database.AddUserAsync();
        for (var i = 0; i < 60; i++)
        {
            await _database.AddEventAsync(ann.UserId, null, SyncEventType.Skipped, $"{i}");
        }

        var model = new ActivityViewModel(_database);
        await model.LoadAsync(ann.UserId, ActivityKind.All, null, default);
        Assert.True(model.HasOlder);
        await model.LoadOlderAsync(default);
        Assert.False(model.HasOlder);
        Assert.Equal(60, model.Lines.Count);

        await _database.AddEventAsync(ann.UserId, null, SyncEventType.Imported, "New.");
        await model.LoadNewerAsync(default);

        Assert.Equal(61, model.Lines.Count);
        Assert.Equal("New.", model.Lines[0].Event.Message.Words);
        Assert.Equal("0", model.Lines[^1].Event.Message.Words);
    }

    [Fact]
    public async Task A_playlist_that_is_gone_keeps_the_name_it_had()
    {
        var ann = await _database.AddUserAsync();
        var playlist = await _database.AddPlaylistAsync(ann, "Here");
        await _database.AddEventAsync(ann.UserId, playlist.Id, SyncEventType.Completed, metadata: """{"playlistName":"As it was"}""");
        await _database.AddEventAsync(ann.UserId, 4711, SyncEventType.Completed, metadata: """{"playlistName":"Gone"}""");
        var model = new ActivityViewModel(_database);

        await model.LoadAsync(ann.UserId, ActivityKind.All, null, default);

        Assert.Equal([("Gone", false), ("Here", true)], model.Lines.Select(line => (line.PlaylistName!, line.PlaylistExists)));
    }

    [Fact]
    public async Task Another_users_lines_are_not_shown()
    {
        var ann = await _database.AddUserAsync();
        var bob = await _database.AddUserAsync("bob");
        var playlist = await _database.AddPlaylistAsync(ann, "Mix");
        await _database.AddEventAsync(ann.UserId, playlist.Id, SyncEventType.Completed);
        var model = new ActivityViewModel(_database);

        await model.LoadAsync(bob.UserId, ActivityKind.All, playlist.Id, default);

        Assert.Empty(model.Lines);
        Assert.Empty(model.PlaylistNames);
    }

    private static IEnumerable<string> Messages(ActivityViewModel model) => model.Lines.Select(line => line.Event.Message.Words!);
}
