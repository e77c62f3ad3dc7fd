using Microsoft.EntityFrameworkCore;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Sources;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sources;

public sealed class TrackRecorderTests : IDisposable
{
    private readonly TestDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task All_that_a_source_can_say_of_a_track_is_stored_and_read_again()
    {
        var playlist = await _database.AddPlaylistAsync(await _database.AddUserAsync(), "Road trip");

        await WriteAsync(db => TrackRecorder.InsertAsync(db, playlist.Id, [PlaylistTrack.From("file", FilledTrack.Of(1), 1)], default));
        var row = await ReadAsync();
        Assert.True(row.SourceTrack.IsSameAs(FilledTrack.Of(1)));

        row.Describe(FilledTrack.Of(2), 5);
        await WriteAsync(db => TrackRecorder.UpdateAsync(db, [row], default));
        var now = await ReadAsync();
        Assert.True(now.IsDescribedAs(FilledTrack.Of(2), 5));
        Assert.Equal((row.Id, row.Key), (now.Id, now.Key));
    }

    [Fact]
    public async Task What_a_source_does_not_say_any_more_is_stored_as_nothing()
    {
        var playlist = await _database.AddPlaylistAsync(await _database.AddUserAsync(), "Road trip");
        await WriteAsync(db => TrackRecorder.InsertAsync(db, playlist.Id, [PlaylistTrack.From("file", FilledTrack.Of(1), 1)], default));
        var row = await ReadAsync();

        row.Describe(new() { Title = "Bare" }, 1);
        await WriteAsync(db => TrackRecorder.UpdateAsync(db, [row], default));

        Assert.True((await ReadAsync()).SourceTrack.IsSameAs(new() { Title = "Bare" }));
    }

    [Fact]
    public void Each_property_of_a_source_track_is_a_column_of_the_row_under_its_own_name()
    {
        using var db = _database.CreateDbContext();

        var stored = db.Model.FindEntityType(typeof(PlaylistTrack))!.FindComplexProperty(nameof(PlaylistTrack.SourceTrack))!.ComplexType.GetProperties();

        Assert.Equal(FilledTrack.Properties.Select(property => property.Name).Order(), stored.Select(property => property.GetColumnName()).Order());
    }

    private Task WriteAsync(Func<SpotterDbContext, Task> write) => _database.WriteAsync(write, default);

    private async Task<PlaylistTrack> ReadAsync()
    {
        await using var db = _database.CreateDbContext();
        return await db.Tracks.AsNoTracking().SingleAsync();
    }
}
