using Microsoft.EntityFrameworkCore;
using Spotter.Core.Matching;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Sync;
using Spotter.Tests.Support;
using Spotter.Web.Components.Pages.Missing;
using static Spotter.Tests.Support.TestTracks;

namespace Spotter.Tests.Web.Components.Pages.Missing;

public sealed class MissingViewModelTests : IDisposable
{
    private readonly CoreHost _host = new();
    private readonly TestDatabase _database;

    public MissingViewModelTests() => _database = _host.Database;

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task Albums_that_more_playlists_want_come_first()
    {
        var ann = await _database.AddUserAsync();
        await _database.AddPlaylistAsync(ann, "One", Wanted("A1", "Ada", "Alpha"), Wanted("A2", "Ada", "Alpha"), Wanted("B1", "Bea", "Beta"));
        await _database.AddPlaylistAsync(ann, "Two", Wanted("B1", "Bea", "Beta"), Matched("Here", "1"));
        var model = Model();

        await model.LoadAsync(ann.UserId, default);

        Assert.Equal([("Beta", 2), ("Alpha", 1)], model.Albums.Select(album => (album.Name!, album.PlaylistCount)));
        Assert.Equal(["One", "Two"], model.Albums[0].Tracks.Single().Playlists);
        Assert.Equal(3, model.TrackCount);
        Assert.Equal([null, "B1", null, "A1", "A2"], model.Lines.Select(line => line.Track?.Source.Title));
    }

    [Fact]
    public async Task The_same_album_written_differently_is_one_and_tracks_without_album_go_by_artist()
    {
        var ann = await _database.AddUserAsync();
        await _database.AddPlaylistAsync(ann, "One", Wanted("A1", "Ada", "Alpha"), Wanted("A2", "ADA", "alpha "), Wanted("X", "Ada"), Wanted("Y", "Bea"));
        var model = Model();

        await model.LoadAsync(ann.UserId, default);

        Assert.Equal([("Alpha", "Ada", 2), (null, "Ada", 1), (null, "Bea", 1)], model.Albums.Select(album => (album.Name, album.Artist, album.Tracks.Count)));
    }

    [Fact]
    public async Task A_track_that_two_sources_know_by_different_ids_is_one_entry_and_one_decision()
    {
        var ann = await _database.AddUserAsync();
        await _host.ImportAsync(ann, "One", [CoreHost.Track("Suerte", isrc: "USAAA0000001"), CoreHost.Track("Other")]);
        await _host.ImportAsync(ann, "Two", [CoreHost.Track("SUERTE", isrc: "USAAA0000002")]);
        await using (var db = _database.CreateDbContext())
        {
            await db.Tracks.ExecuteUpdateAsync(set => set.SetProperty(track => track.Zone, MatchZone.None).SetProperty(track => track.Reason, MatchReason.NotInLibrary));
        }

        var model = Model();
        await model.LoadAsync(ann.UserId, default);

        Assert.Equal(["Suerte", "Other"], model.Albums.Single().Tracks.Select(track => track.Source.Title));
        var suerte = model.Albums[0].Tracks[0];
        Assert.Equal(["One", "Two"], suerte.Playlists);
        await model.NeverAsync(suerte);
        await using var after = _database.CreateDbContext();
        Assert.Equal(["isrc:USAAA0000001", "isrc:USAAA0000002"], await after.Pins.Select(pin => pin.TrackKey).Order().ToListAsync());
    }

    [Fact]
    public async Task A_track_that_is_never_to_be_matched_is_not_wanted()
    {
        var ann = await _database.AddUserAsync();
        await _database.AddPlaylistAsync(ann, "One", Wanted("A", reason: MatchReason.NeverMatch), Wanted("B"));
        var model = Model();

        await model.LoadAsync(ann.UserId, default);

        Assert.Equal("B", model.Albums.Single().Tracks.Single().Source.Title);
    }

    [Fact]
    public async Task Another_users_wishes_are_not_shown()
    {
        var ann = await _database.AddUserAsync();
        var bob = await _database.AddUserAsync("bob");
        await _database.AddPlaylistAsync(ann, "One", Wanted("A"));
        var model = Model();

        await model.LoadAsync(bob.UserId, default);

        Assert.Empty(model.Albums);
        Assert.False(model.IsAnythingMatched);
    }

    private MissingViewModel Model() => new(_database, _host.Get<MatchCorrections>());
}
