using Microsoft.EntityFrameworkCore;
using Spotter.Core.Facts;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Targets;
using Spotter.Navidrome.Demo;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync.Walks;

/// <content>What must hold.</content>
internal sealed partial class Walk
{
    private async Task CheckAlwaysAsync()
    {
        await using var db = _file.CreateDbContext();
        var now = _clock.GetUtcNow();
        foreach (var row in await db.Playlists.AsNoTracking().Where(p => p.Source == ProviderKinds.File).ToListAsync())
        {
            Assert.True(row.Status != SyncStatus.Syncing || row.LeaseUntil >= now, $"{row.Name} syncs without a lease.");
            var marked = _server.Playlists.All.Count(list => list.Comment.Contains(row.Marker, StringComparison.Ordinal));
            var isInTheMaking = await db.TargetIntentions.AnyAsync(i => i.PlaylistId == row.Id);
            Assert.True(marked <= (isInTheMaking ? 2 : 1), $"{row.Name} has {marked} targets.");
            var made = _server.Playlists.All.Count(list => TargetToken.IsIn(list.Name));
            Assert.True(made == 0 || await db.TargetIntentions.AnyAsync(), "A list in the making belongs to nobody.");
        }

        foreach (var (id, songs) in _strangers)
        {
            Assert.True(songs.SequenceEqual(Numbers(_server.Playlists.Find(id)!.SongIds)), $"The list {id} was let go, but written to.");
        }
    }

    private async Task CheckSettledAsync()
    {
        await using var db = _file.CreateDbContext();
        Assert.Empty(await db.TargetIntentions.ToListAsync());
        Assert.DoesNotContain(_server.Playlists.All, list => TargetToken.IsIn(list.Name));
        var there = _server.Library.Songs.Select(NumberOf).ToHashSet();
        foreach (var playlist in _playlists)
        {
            var row = await RowAsync(playlist);
            Assert.True(row.SyncWantedAt is null, $"{playlist.Name} is still wanted.");
            if (!row.SyncEnabled)
            {
                continue;
            }

            // A restored content may name songs that the library has lost: that is told, and nothing is wrong.
            Assert.True(row is { Status: SyncStatus.Success, SyncError: null } or { Status: SyncStatus.Warning, SyncError: null or Fact.NotInLibrary }, $"{playlist.Name}: {row.Status}: {row.SyncError.Words}");
            var target = await TargetAsync(playlist);
            Assert.NotNull(target);
            Assert.Equal(row.WantedName, target.Name);
            if (playlist.IsRestored)
            {
                continue;
            }

            var shown = Visible(target);
            var wanted = playlist.Source.Where(there.Contains).ToList();
            if (row.EditPolicy == EditPolicy.Mirror)
            {
                Assert.True(wanted.SequenceEqual(shown), $"{playlist.Name} is {string.Join(' ', shown)}, should be {string.Join(' ', wanted)}");
                continue;
            }

            var sources = shown.Where(wanted.Contains).ToList();
            Assert.True(wanted.SequenceEqual(sources), $"{playlist.Name} has {string.Join(' ', sources)} of the source, should have {string.Join(' ', wanted)}");
            var added = shown.Where(number => !wanted.Contains(number)).Order().ToList();
            var kept = playlist.Added.Where(number => there.Contains(number) && !wanted.Contains(number)).Order().ToList();
            Assert.True(kept.SequenceEqual(added.Where(number => kept.Contains(number) || !playlist.MayComeBack.Contains(number))), $"{playlist.Name} keeps {string.Join(' ', added)}, should keep {string.Join(' ', kept)}");
        }
    }

    /// <summary>Whatever content a run replaced can be restored.</summary>
    private async Task CheckRestorableAsync(WalkPlaylist playlist, Playlist row, List<int> before)
    {
        if (await TargetAsync(playlist) is not { } after || before.Count == 0 || before.All(Visible(after).Contains))
        {
            return;
        }

        await using var db = _file.CreateDbContext();
        var kept = await db.TargetSnapshots.AsNoTracking().Where(s => s.PlaylistId == row.Id).ToListAsync();
        Assert.True(
            kept.Exists(snapshot => snapshot.Songs.Select(song => Titles[song.Title]).SequenceEqual(before)),
            $"What {playlist.Name} held cannot be brought back: {string.Join(' ', before)}");
    }

    /// <summary>Whether the list is only a part that an earlier run left: its previous content is in the history.</summary>
    private async Task<bool> IsOurPieceAsync(WalkPlaylist playlist, DemoPlaylist list)
    {
        await using var db = _file.CreateDbContext();
        var written = await db.WrittenTargets.AsNoTracking().SingleOrDefaultAsync(w => w.PlaylistId == playlist.Id);
        return written is { Write.Way: not WriteWay.Whole, Pending: { } pending }
            && Visible(list).All(number => pending.Exists(row => Titles[row.Song.Title] == number));
    }
}
