using Microsoft.EntityFrameworkCore;
using Spotter.Core.Library;
using Spotter.Core.Matching;
using Spotter.Core.Matching.Indexing;
using Spotter.Core.Providers;
using Spotter.Core.Tracks;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Library;

public sealed class LibraryStoreTests : IDisposable
{
    private readonly CoreHost _host = new();

    private LibraryStore Store => _host.Get<LibraryStore>();

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task A_library_that_was_never_read_is_none()
        => Assert.Null(await Store.LoadAsync((await _host.Database.AddUserAsync()).Id, default));

    [Fact]
    public async Task What_a_scan_changed_is_written_beside_what_stays()
    {
        var ann = await _host.Database.AddUserAsync();
        Song[] songs = [.. InventedLibrary.Of(500, seed: 4)];
        var (first, readAt) = await Store.ReplaceAsync(ann.Id, Read(songs), null, null, null, default);
        var before = await BlocksAsync(ann.Id);

        Song[] later = [.. songs[1..], songs[0] with { Title = "Another Name" }, new Song { Id = "new", Title = "New" }];
        var (second, _) = await Store.ReplaceAsync(ann.Id, Read(later), first, readAt, null, default);
        var loaded = await Store.LoadAsync(ann.Id, default);

        Assert.Equal(2, second.Parts.Count);
        Assert.Equal(before[(0, 1)], (await BlocksAsync(ann.Id))[(0, 1)]);
        AssertHolds(later, second);
        AssertHolds(later, loaded!);
    }

    [Fact]
    public async Task After_many_scans_all_is_written_together_again()
    {
        var ann = await _host.Database.AddUserAsync();
        List<Song> songs = [.. InventedLibrary.Of(300, seed: 4)];
        var (index, readAt) = await Store.ReplaceAsync(ann.Id, Read(songs), null, null, null, default);
        var most = 0;
        for (var scan = 0; scan < 12; scan++)
        {
            _host.Clock.Advance(TimeSpan.FromHours(1));
            songs.Add(new Song { Id = $"new-{scan}", Title = $"New {scan}" });
            (index, readAt) = await Store.ReplaceAsync(ann.Id, Read(songs), index, readAt, null, default);
            most = Math.Max(most, index.Parts.Count);
            AssertHolds(songs, (await Store.LoadAsync(ann.Id, default))!);
        }

        Assert.InRange(most, 2, 8);
        Assert.True(index.Parts.Count < most);
    }

    [Fact]
    public async Task An_index_that_is_not_what_the_database_holds_is_written_as_a_whole()
    {
        var ann = await _host.Database.AddUserAsync();
        Song[] songs = [.. InventedLibrary.Of(100, seed: 4)];
        var (mine, readAt) = await Store.ReplaceAsync(ann.Id, Read(songs), null, null, null, default);
        _host.Clock.Advance(TimeSpan.FromHours(1));
        await Store.ReplaceAsync(ann.Id, Read(songs[..50]), null, null, null, default);

        await Store.ReplaceAsync(ann.Id, Read([.. songs, new Song { Id = "new", Title = "New" }]), mine, readAt, null, default);

        AssertHolds([.. songs, new Song { Id = "new", Title = "New" }], (await Store.LoadAsync(ann.Id, default))!);
    }

    [Theory]
    [InlineData("another format", 0, 4)]
    [InlineData("cut off", 0, 2)]
    public async Task What_cannot_be_read_counts_as_never_read(string reason, int start, int length)
    {
        var ann = await _host.Database.AddUserAsync();
        await Store.ReplaceAsync(ann.Id, Read([.. InventedLibrary.Of(20, seed: 4)]), null, null, null, default);
        await using (var db = _host.Database.CreateDbContext())
        {
            var block = await db.LibraryBlocks.SingleAsync(b => b.Number == 1);
            block.Bytes = block.Bytes[start..length].Select(b => (byte)(b + 1)).ToArray();
            await db.SaveChangesAsync();
        }

        Assert.True(await Store.LoadAsync(ann.Id, default) is null, reason);
    }

    [Fact]
    public async Task A_library_larger_than_a_block_comes_back_whole()
    {
        var ann = await _host.Database.AddUserAsync();
        Song[] songs = [.. Enumerable.Range(0, 3_000).Select(n => new Song { Id = $"{n}", Title = new string('x', 500) + n, Path = new string('y', 300) + n })];
        await Store.ReplaceAsync(ann.Id, Read(songs), null, null, null, default);

        Assert.True((await BlocksAsync(ann.Id)).Count > 3);
        AssertHolds(songs, (await Store.LoadAsync(ann.Id, default))!);
    }

    private static LibraryRead Read(IReadOnlyList<Song> songs) => new(SongTable.Of(songs), new("1", false, songs.Count));

    private static void AssertHolds(IReadOnlyList<Song> songs, LibraryIndex index)
    {
        Assert.Equal(songs.Count, index.Count);
        Assert.True(LibraryChange.Between(index, songs).IsEmpty);
    }

    private async Task<Dictionary<(int, int), byte[]>> BlocksAsync(int accountId)
    {
        await using var db = _host.Database.CreateDbContext();
        return await db.LibraryBlocks.Where(block => block.AccountId == accountId).ToDictionaryAsync(block => (block.Part, block.Number), block => block.Bytes);
    }
}
