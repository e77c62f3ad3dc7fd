using Spotter.Core.Matching;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Sources;
using Spotter.Core.Tracks;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sources;

public sealed class PlaylistImportsTests : IDisposable
{
    private readonly CoreHost _host = new();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task A_new_playlist_is_stored_in_order_with_doubles_and_noted()
    {
        var ann = await _host.Database.AddUserAsync();
        var track = CoreHost.Track("Harbour");

        var id = await _host.ImportAsync(ann, "Road trip", [track, CoreHost.Track("Light"), track]);

        var playlist = await _host.FindAsync(id);
        Assert.Equal(["Harbour", "Light", "Harbour"], playlist.Tracks.Select(row => row.SourceTrack.Title));
        Assert.Equal((3, 540_000L, SyncStatus.Pending, false), (playlist.TrackCount, playlist.DurationMs, playlist.Status, playlist.SyncEnabled));
        Assert.Equal(SyncEventType.Imported, Assert.Single(await _host.EventsAsync(id)).Type);
    }

    [Fact]
    public async Task Of_an_archive_all_is_stored_or_nothing_whenever_the_client_goes_away()
    {
        var ann = await _host.Database.AddUserAsync();
        await _host.ImportAsync(ann, "List 3", _host.FillLibrary(4));
        List<PlaylistImport> archive = [.. Enumerable.Range(1, 5).Select(i => new PlaylistImport(new(new($"csv:List {i}", $"List {i}", 2), CoreHost.Tracks(i, 2)), true))];
        var statements = 0;
        for (var last = 1; last == 1 || statements > last; last++)
        {
            using var gone = new CancellationTokenSource();
            statements = 0;
            var at = last;
            var watch = new StatementWatch(() => { if (++statements == at) { gone.Cancel(); } });
            using var host = new CoreHost(_host.Database, _host.Server, _host.Database.OpenAgain(watch));
            var saving = host.Imports.SaveAllAsync(ann.UserId, ProviderKinds.File, archive, SyncTrigger.Api, gone.Token);
            await Task.WhenAny(saving);

            await using var db = _host.Database.CreateDbContext();
            var stored = db.Playlists.Count();
            Assert.True(stored == (saving.IsCompletedSuccessfully ? 5 : 1), $"gone at statement {at}: {stored} are stored");
            if (saving.IsCompletedSuccessfully)
            {
                break;
            }
        }
    }

    [Fact]
    public async Task One_playlist_of_an_archive_that_would_lose_too_much_keeps_the_others_out()
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await _host.ImportAsync(ann, "List 2", _host.FillLibrary(20));
        List<PlaylistImport> archive = [.. Enumerable.Range(1, 3).Select(i => new PlaylistImport(new(new($"csv:List {i}", $"List {i}", 2), CoreHost.Tracks(i, 2)), false))];

        var results = await _host.Imports.SaveAllAsync(ann.UserId, ProviderKinds.File, archive, SyncTrigger.Api, default);

        Assert.All(results, result => Assert.False(result.IsStored));
        Assert.Equal("List 2", Assert.Single(results, result => result.Plan.RemovesTooMuch).Plan.Name);
        await using var db = _host.Database.CreateDbContext();
        Assert.Equal([id], db.Playlists.Select(playlist => playlist.Id));
        Assert.Equal(20, db.Tracks.Count());
    }

    [Fact]
    public async Task A_newer_export_updates_the_same_playlist_and_rows_that_stay_keep_id_and_match()
    {
        var ann = await _host.Database.AddUserAsync();
        var tracks = _host.FillLibrary(4);
        var id = await _host.ImportAsync(ann, "Road trip", [.. tracks.Take(3)]);
        await _host.EnableAndRunAsync(ann, id);
        var before = (await _host.FindAsync(id)).Tracks;

        var result = await SaveAsync(ann.UserId, [tracks[2], tracks[0], tracks[3]]);

        var after = (await _host.FindAsync(id)).Tracks;
        Assert.Equal((id, 1, 1, 1), (result.PlaylistId, result.Plan.Added, result.Plan.Removed, result.Plan.Moved));
        Assert.Equal([before[2].Id, before[0].Id], after.Take(2).Select(row => row.Id));
        Assert.Equal(["s3", "s1", null], after.Select(row => row.SongId));
        Assert.Equal([MatchZone.Auto, MatchZone.Auto, null], after.Select(row => row.Zone));
        Assert.Equal(SyncOperation.Sync, _host.Scheduler.Nudges.Last().Operation);
    }

    [Fact]
    public async Task The_plan_says_what_saving_does_and_changes_nothing()
    {
        var ann = await _host.Database.AddUserAsync();
        await _host.ImportAsync(ann, "Road trip", [CoreHost.Track("A"), CoreHost.Track("B")]);

        var plan = await _host.Imports.PlanAsync(ann.UserId, ProviderKinds.File, Source([CoreHost.Track("B"), CoreHost.Track("C")]), default);

        Assert.Equal((1, 1, 0, false), (plan.Added, plan.Removed, plan.Moved, plan.IsNew));
        Assert.Equal(["Ada – C"], plan.AddedTitles);
        Assert.Equal(["Ada – A"], plan.RemovedTitles);
        Assert.Equal(["A", "B"], (await _host.FindAsync(plan.PlaylistId!.Value)).Tracks.Select(row => row.SourceTrack.Title));
    }

    [Fact]
    public async Task An_export_that_would_remove_too_much_changes_nothing_until_it_is_approved()
    {
        var ann = await _host.Database.AddUserAsync();
        var tracks = Enumerable.Range(1, 10).Select(i => CoreHost.Track($"Song {i}")).ToList();
        var id = await _host.ImportAsync(ann, "Road trip", tracks);

        var refused = await SaveAsync(ann.UserId, [.. tracks.Take(6)]);
        var before = await _host.FindAsync(id);
        var stored = await _host.Imports.SaveAsync(ann.UserId, ProviderKinds.File, Source([.. tracks.Take(6)]), true, SyncTrigger.User, default);

        Assert.Equal((false, true, 10), (refused.IsStored, refused.Plan.RemovesTooMuch, before.TrackCount));
        Assert.True(stored.IsStored);
        Assert.Equal(6, (await _host.FindAsync(id)).TrackCount);
    }

    [Fact]
    public async Task Seven_of_ten_may_stay_without_asking()
    {
        var ann = await _host.Database.AddUserAsync();
        var tracks = Enumerable.Range(1, 10).Select(i => CoreHost.Track($"Song {i}")).ToList();
        await _host.ImportAsync(ann, "Road trip", tracks);

        Assert.True((await SaveAsync(ann.UserId, [.. tracks.Take(7)])).IsStored);
    }

    [Fact]
    public async Task The_same_name_of_two_users_is_two_playlists()
    {
        var ann = await _host.Database.AddUserAsync();
        var bob = await _host.Database.AddUserAsync("bob");

        var hers = await _host.ImportAsync(ann, "Road trip", [CoreHost.Track("A")]);
        var his = await _host.ImportAsync(bob, "Road trip", [CoreHost.Track("B")]);

        Assert.NotEqual(hers, his);
        Assert.Equal("A", (await _host.FindAsync(hers)).Tracks[0].SourceTrack.Title);
    }

    [Fact]
    public async Task A_free_remote_id_is_counted_up()
    {
        var ann = await _host.Database.AddUserAsync();
        await _host.ImportAsync(ann, "Road trip", [CoreHost.Track("A")]);
        await _host.ImportAsync(ann, "Road trip (2)", [CoreHost.Track("A")]);

        Assert.Equal("csv:Road trip (3)", await _host.Imports.FreeRemoteIdAsync(ann.UserId, ProviderKinds.File, "csv:Road trip", [], default));
        Assert.Equal("csv:Rain", await _host.Imports.FreeRemoteIdAsync(ann.UserId, ProviderKinds.File, "csv:Rain", [], default));
    }

    private static SourcePlaylist Source(IReadOnlyList<SourceTrack> tracks) => new(new("csv:Road trip", "Road trip", tracks.Count), tracks);

    private Task<ImportResult> SaveAsync(int userId, IReadOnlyList<SourceTrack> tracks)
        => _host.Imports.SaveAsync(userId, ProviderKinds.File, Source(tracks), approveRemoval: false, SyncTrigger.User, default);
}
