using Microsoft.EntityFrameworkCore;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Sync;
using Spotter.Tests.Support;
using static Spotter.Tests.Support.TestTracks;

namespace Spotter.Tests.Core.Sync;

public sealed class MatchRecorderTests
{
    [Fact]
    public async Task Each_playlist_counts_its_own_rows_and_one_that_was_never_matched_counts_none()
    {
        using var database = new TestDatabase();
        var ann = await database.AddUserAsync();
        var one = (await database.AddPlaylistAsync(ann, "One", Matched("A", "s1"), Matched("B", "s2"), Matched("C", "s3"), Doubtful("D", "s4"), Doubtful("E", "s5"), Wanted("F"))).Id;
        var two = (await database.AddPlaylistAsync(ann, "Two", Matched("A", "s1"), Doubtful("D", "s4"), Wanted("F"), Wanted("G"))).Id;
        var never = (await database.AddPlaylistAsync(ann, "Never", Matched("A", "s1"))).Id;
        var other = (await database.AddPlaylistAsync(ann, "Other", Matched("A", "s1"))).Id;
        await using var db = database.CreateDbContext();
        foreach (var id in new[] { one, two, other })
        {
            await db.Playlists.Where(p => p.Id == id).ExecuteUpdateAsync(set => set.SetProperty(p => p.MatchedCount, 0).SetProperty(p => p.ReviewCount, 0).SetProperty(p => p.MissingCount, 9));
        }

        await MatchRecorder.CountAsync(db, [one, two, never], default);

        Assert.Equal((3, 2, 1), await CountsAsync(one));
        Assert.Equal((1, 1, 2), await CountsAsync(two));
        Assert.Equal((0, 0, 0), await CountsAsync(never));
        Assert.Equal((0, 0, 9), await CountsAsync(other));

        async Task<(int, int, int)> CountsAsync(int id)
        {
            var playlist = await db.Playlists.AsNoTracking().SingleAsync(p => p.Id == id);
            return (playlist.MatchedCount, playlist.ReviewCount, playlist.MissingCount);
        }
    }
}
