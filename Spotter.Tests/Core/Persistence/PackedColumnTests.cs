using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Tracks;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Persistence;

/// <summary>Long lists in a real database file.</summary>
public sealed class PackedColumnTests
{
    private static readonly List<Song> Songs =
    [
        .. Enumerable.Range(0, 2_000).Select(i => new Song
        {
            Id = $"{i:0000}5SXtbqqBsBHZmLRxDq", Title = $"Midnight Harbour {i}", Artist = "Björk • 藤井風", Artists = ["Björk", "藤井風"], Album = $"Golden Island {i / 12}",
            AlbumId = $"al-{i / 12}", DurationMs = 241_000, Isrcs = ["ZZSPT2600001"], Path = $"Northern Choir/Golden Island/{i}.flac",
        }),
    ];

    [SqliteFact]
    public async Task A_list_comes_back_as_it_was_from_a_tenth_of_the_text()
    {
        using var database = new TestDatabase();
        var playlist = (await database.AddPlaylistAsync(await database.AddUserAsync(), "Mix")).Id;
        await using (var db = database.CreateDbContext())
        {
            db.TargetSnapshots.Add(new TargetSnapshot { PlaylistId = playlist, TargetId = "t", Name = "Mix", SongCount = Songs.Count, Songs = Songs });
            db.WrittenTargets.Add(new WrittenTarget { PlaylistId = playlist, Songs = [.. Songs.Select(song => new WrittenSong(song) { IsUsers = true })] });
            await db.SaveChangesAsync();
        }

        await using var read = database.CreateDbContext();
        var text = JsonSerializer.Serialize(Songs, JsonColumn.Options);
        Assert.Equal(text, JsonSerializer.Serialize(read.TargetSnapshots.Single().Songs, JsonColumn.Options));
        var written = read.WrittenTargets.Single();
        Assert.Null(written.Pending);
        Assert.Equal(Songs.Select(song => song.Id), written.Songs.Where(row => row.IsUsers).Select(row => row.Song.Id));
        var bytes = await read.Database.SqlQuery<int>($"SELECT length(Songs) AS Value FROM TargetSnapshots").SingleAsync();
        Assert.InRange(bytes, 1, text.Length / 10);
    }

    [SqliteFact]
    public async Task A_list_that_an_earlier_version_left_as_text_is_read_and_packed_when_it_is_written_again()
    {
        using var database = new TestDatabase();
        var playlist = (await database.AddPlaylistAsync(await database.AddUserAsync(), "Mix")).Id;
        var text = JsonSerializer.Serialize(Songs.Select(song => new WrittenSong(song)), JsonColumn.Options);
        await using var db = database.CreateDbContext();
        await db.Database.ExecuteSqlAsync($"INSERT INTO WrittenTargets (PlaylistId, Songs, Pending) VALUES ({playlist}, {text}, {text})");

        var written = await db.WrittenTargets.AsNoTracking().SingleAsync();
        Assert.Equal(Songs.Select(song => song.Title), written.Songs.Select(row => row.Song.Title));
        Assert.Equal(Songs.Count, written.Pending!.Count);

        await db.WrittenTargets.ExecuteUpdateAsync(set => set.SetProperty(w => w.Songs, written.Songs).SetProperty(w => w.Pending, (List<WrittenSong>?)null));
        Assert.Equal("blob", await db.Database.SqlQuery<string>($"SELECT typeof(Songs) AS Value FROM WrittenTargets").SingleAsync());
        Assert.Equal(Songs.Count, (await db.WrittenTargets.AsNoTracking().SingleAsync()).Songs.Count);
    }
}
