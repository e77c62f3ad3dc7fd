using System.Text;
using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Formats;
using Spotter.Core.Formats.Text;
using Spotter.Core.Library;
using Spotter.Core.Playlists;
using Spotter.Core.Providers;
using Spotter.Core.Sources;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sources;

/// <summary>The user's choices on how to read a file, from the import in which they are made to the next one.</summary>
public sealed class UserFilesTests : IAsyncLifetime, IDisposable
{
    private const string Reversed = "Nine Lives - Ada\nAttic Tape - Kari Moss\n";

    private readonly CoreHost _host = new();
    private Account _ann = null!;

    private UserFiles Files => _host.Get<UserFiles>();

    public async Task InitializeAsync() => _ann = await _host.Database.AddUserAsync("ann");

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task What_is_said_with_an_import_holds_for_the_next_file_of_that_playlist_and_for_that_user_alone()
    {
        var bo = await _host.Database.AddUserAsync("bo");
        var read = await ReadAsync(_ann, "list.txt");
        Assert.Equal("Ada", read.Tracks[0].Title);

        await SaveAsync(read.WithSides(isTitleFirst: true));

        Assert.Equal("Nine Lives", (await ReadAsync(_ann, "list.txt")).Tracks[0].Title);
        Assert.Equal("Ada", (await ReadAsync(_ann, "other.txt")).Tracks[0].Title);
        Assert.Equal("Ada", (await ReadAsync(bo, "list.txt")).Tracks[0].Title);
        Assert.Equal(new(null, true), (await Files.FindDecisionsAsync("ann", default)).Readings.Find("text:list"));
        Assert.Same(KnownDecisions.None, await Files.FindDecisionsAsync("nobody", default));
    }

    [Fact]
    public async Task What_is_said_counts_more_than_the_library()
    {
        _host.Server.Library.Add(FakeMusicServer.Song("s1", "Nine Lives", "Ada"));
        await _host.Get<LibraryIndexCache>().GetFreshAsync(_ann.Id, null, null, default);
        var byLibrary = await ReadAsync(_ann, "list.txt");
        Assert.Equal(("Nine Lives", true, true), (byLibrary.Tracks[0].Title, byLibrary.IsTitleFirst, byLibrary.SidesAreOpen));

        await SaveAsync(byLibrary.WithSides(isTitleFirst: false));

        Assert.Equal("Ada", (await ReadAsync(_ann, "list.txt")).Tracks[0].Title);
    }

    [Fact]
    public async Task An_import_that_is_refused_remembers_nothing_and_one_that_says_nothing_forgets_nothing()
    {
        var long12 = string.Concat(Enumerable.Range(1, 12).Select(i => $"Harbour {i} - Ada\n"));
        var first = await ReadAsync(_ann, "list.txt", long12);
        await SaveAsync(first);
        var half = (await ReadAsync(_ann, "list.txt")).WithSides(isTitleFirst: true);

        var refused = await _host.Imports.SaveAllAsync(
            _ann.UserId, ProviderKinds.File, [new(half.ToSourcePlaylist(), ApprovesRemoval: false) { Choice = half.Choice }], SyncTrigger.User, default);
        Assert.False(refused[0].IsStored);
        Assert.Null((await Files.FindDecisionsAsync(_ann.UserId, default)).Readings.Find("text:list"));

        await SaveAsync(half);
        await SaveAsync(half, isSaid: false);
        Assert.Equal(true, (await Files.FindDecisionsAsync(_ann.UserId, default)).Readings.Find("text:list")!.IsTitleFirst);
    }

    [Fact]
    public async Task What_is_said_no_longer_is_forgotten()
    {
        var read = await ReadAsync(_ann, "list.txt");
        await SaveAsync(read.WithSides(isTitleFirst: true));

        await SaveAsync(read with { Choice = ReadingChoice.None });

        await using var db = _host.Database.CreateDbContext();
        Assert.Empty(await db.ReadingDecisions.ToListAsync());
    }

    [Fact]
    public async Task Other_letters_are_tried_at_once_and_remembered_with_the_import()
    {
        var bytes = CodePages.Find("koi8-r")!.GetBytes("Маяк - Огни\n");
        await SaveAsync(await ReadAsync(_ann, "list.txt", bytes));
        var wrong = await ReadAsync(_ann, "list.txt", bytes);

        var again = Assert.Single(await Files.ReadAgainAsync(_ann.UserId, wrong.WithSides(isTitleFirst: true), "windows-1251", null, default));
        Assert.Equal(("windows-1251", true), (again.CodePage, again.IsTitleFirst));
        Assert.Equal("koi8-r", (await ReadAsync(_ann, "list.txt", bytes)).CodePage);
        await SaveAsync(again);

        Assert.Equal(new("windows-1251", true), (await ReadAsync(_ann, "list.txt", bytes)).Choice);
        await Assert.ThrowsAsync<ArgumentException>(async () => await Files.ReadAgainAsync(_ann.UserId, await ReadAsync(_ann, "list.txt"), "gbk", null, default));
    }

    [Fact]
    public async Task A_table_whose_columns_were_named_keeps_their_names_in_other_letters()
    {
        var bytes = CodePages.Find("koi8-r")!.GetBytes("Песня;Кто это;Что-то\nОгни;Маяк;да\nВода;Море;да\n");
        var refusal = await Assert.ThrowsAsync<PlaylistFileException>(() => ReadAsync(_ann, "list.csv", bytes));
        var mapping = new TableMapping(true, [TableColumn.Title, TableColumn.Artist, TableColumn.Ignored]);
        var read = Assert.Single(await Files.ReadTableAsync(_ann.UserId, refusal.Table!, mapping, null, default));

        var other = Assert.Single(await Files.ReadAgainAsync(_ann.UserId, read, "windows-1251", null, default));
        await SaveAsync(other);

        Assert.Equal(2, other.Tracks.Count);
        var next = await ReadAsync(_ann, "list.csv", bytes);
        Assert.Equal((other.Tracks[0].Title, "windows-1251"), (next.Tracks[0].Title, next.CodePage));
        Assert.Equal(mapping.Columns, next.Mapped!.Mapping.Columns);
    }

    private Task<PlaylistFile> ReadAsync(Account owner, string fileName, string text = Reversed) => ReadAsync(owner, fileName, Encoding.UTF8.GetBytes(text));

    private async Task<PlaylistFile> ReadAsync(Account owner, string fileName, byte[] bytes)
        => Assert.Single((await Files.ReadAsync(owner.UserId, new MemoryStream(bytes), fileName, null, null, default)).Playlists);

    private async Task SaveAsync(PlaylistFile playlist, bool isSaid = true)
    {
        var import = new PlaylistImport(playlist.ToSourcePlaylist(), ApprovesRemoval: true) { Choice = isSaid ? playlist.Choice : null };
        Assert.True((await _host.Imports.SaveAllAsync(_ann.UserId, ProviderKinds.File, [import], SyncTrigger.User, default))[0].IsStored);
    }
}
