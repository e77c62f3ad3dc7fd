using Spotter.Core.Accounts;
using Spotter.Core.Events;
using Spotter.Core.Facts;
using Spotter.Core.Library;
using Spotter.Core.Matching.Indexing;
using Spotter.Core.Providers;
using Spotter.Core.Tracks;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Library;

public sealed class LibraryIndexCacheTests : IDisposable
{
    private readonly CoreHost _host = new();

    private LibraryIndexCache Cache => _host.Get<LibraryIndexCache>();

    private int Reads => _host.Server.Calls.Count(call => call == "library");

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task The_library_is_read_once_for_all_who_ask_at_the_same_time()
    {
        var ann = await _host.Database.AddUserAsync();
        _host.FillLibrary(20);

        var indexes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Cache.GetFreshAsync(ann.Id, null, null, default)));

        Assert.Equal(1, Reads);
        Assert.Single(indexes.Distinct());
    }

    [Theory]
    [InlineData("nothing moved within the day", 2, false, false, 1)]
    [InlineData("a day has passed", 25, false, false, 2)]
    [InlineData("the change detector moved", 2, true, false, 2)]
    [InlineData("the server dropped an entry, or the user asked", 2, false, true, 2)]
    public async Task It_is_read_again_when_it_may_have_changed(string why, int hours, bool stampMoves, bool isMarked, int reads)
    {
        var ann = await _host.Database.AddUserAsync();
        _host.FillLibrary(3);
        await Cache.GetFreshAsync(ann.Id, null, null, default);
        _host.Clock.Advance(TimeSpan.FromHours(hours));
        _host.Server.Stamp = stampMoves ? "2" : "1";
        if (isMarked)
        {
            await Cache.MarkStaleAsync(ann.Id, default);
        }

        await Cache.GetFreshAsync(ann.Id, null, null, default);

        Assert.True(reads == Reads, why);
    }

    [Fact]
    public async Task After_a_restart_it_comes_from_the_database_as_it_was()
    {
        var ann = await _host.Database.AddUserAsync();
        var song = new Song
        {
            Id = "x", Title = "Noël", Artist = "Ada • Bea", Artists = ["Ada", "Bea"], Album = "One", AlbumArtist = "Ada", AlbumId = "a1", DurationMs = 61_000,
            Isrcs = ["ZZSPT2600001", "ZZSPT2600002"], RecordingMbid = "f47ac10b-58cc-4372-a567-0e02b2c3d479", TrackNumber = 1, DiscNumber = 2, Year = 1999,
            Path = "Ada/One/01.flac", CoverArtId = "al-1", BitRate = 900, Suffix = "flac", IsStarred = true,
        };
        _host.Server.Library.Add(song);
        _host.Server.Library.Add(new Song { Id = "y", Title = "Bare" });
        await Cache.GetFreshAsync(ann.Id, null, null, default);

        var loaded = await _host.Get<LibraryStore>().LoadAsync(ann.Id, default);

        Assert.NotNull(loaded);
        Assert.Equivalent(song, loaded.Songs[0], strict: true);
        Assert.Equivalent(new Song { Id = "y", Title = "Bare" }, loaded.Songs[1], strict: true);
    }

    [Fact]
    public async Task What_another_process_read_later_is_taken_from_the_database()
    {
        var ann = await _host.Database.AddUserAsync();
        _host.FillLibrary(3);
        await Cache.GetFreshAsync(ann.Id, null, null, default);
        _host.Clock.Advance(TimeSpan.FromHours(1));
        _host.Server.Stamp = "2";
        await _host.Get<LibraryStore>().ReplaceAsync(ann.Id, new(SongTable.Of([new Song { Id = "z", Title = "Later" }]), new("2", false, 1)), null, null, null, default);

        var index = await Cache.GetFreshAsync(ann.Id, null, null, default);

        Assert.Equal("z", Assert.Single(index.Songs).Id);
        Assert.Equal(1, Reads);
    }

    [Fact]
    public async Task A_read_that_fails_leaves_what_was_known_and_says_why()
    {
        var ann = await _host.Database.AddUserAsync();
        _host.FillLibrary(3);
        await Cache.GetFreshAsync(ann.Id, null, null, default);
        _host.Server.Before = call => call == "library" ? throw new ProviderException("navidrome", ProviderFailure.Malformed, new Fact.SaidBefore("Half a library.")) : Task.CompletedTask;
        await Cache.MarkStaleAsync(ann.Id, default);

        await Assert.ThrowsAsync<ProviderException>(() => Cache.GetFreshAsync(ann.Id, null, null, default));

        Assert.Equal(3, (await Cache.GetKnownAsync(ann.Id, default)).Songs.Count);
        Assert.Equal(3, (await _host.Get<LibraryStore>().LoadAsync(ann.Id, default))?.Count);
        await using var db = _host.Database.CreateDbContext();
        Assert.Equal("Half a library.", db.Accounts.Single().Library.Error.Words);
    }

    [Fact]
    public async Task A_library_that_was_never_read_waits_for_the_scan()
    {
        var ann = await _host.Database.AddUserAsync();
        _host.FillLibrary(3);
        _host.Server.IsScanning = true;

        var scan = await Assert.ThrowsAsync<LibraryScanningException>(() => Cache.GetFreshAsync(ann.Id, null, null, default));

        Assert.Equal(3, scan.Seen);
        Assert.Equal(0, Reads);
    }

    [Fact]
    public async Task During_a_scan_what_was_read_before_is_used_and_the_server_is_looked_at_again()
    {
        var ann = await _host.Database.AddUserAsync();
        _host.FillLibrary(3);
        await Cache.GetFreshAsync(ann.Id, null, null, default);
        _host.Clock.Advance(TimeSpan.FromHours(30));
        (_host.Server.IsScanning, _host.Server.Stamp) = (true, "2");

        var index = await Cache.GetFreshAsync(ann.Id, null, null, default);

        Assert.Equal((3, 1, true), (index.Count, Reads, Cache.SawScan(ann.Id)));
        await using var db = _host.Database.CreateDbContext();
        Assert.Equal(_host.Clock.GetUtcNow() + TimeSpan.FromMinutes(1), db.Accounts.Single().Library.LookAgainAt);
    }

    [Fact]
    public async Task A_scan_that_begins_during_a_read_is_no_reason_to_wait_either()
    {
        var ann = await _host.Database.AddUserAsync();
        _host.FillLibrary(3);
        await Cache.GetFreshAsync(ann.Id, null, null, default);
        _host.Clock.Advance(TimeSpan.FromHours(1));
        _host.Server.Stamp = "2";
        _host.Server.Before = call => call == "library" ? throw new LibraryScanningException(default, 7) : Task.CompletedTask;

        Assert.Equal(3, (await Cache.GetFreshAsync(ann.Id, null, null, default)).Count);
    }

    [Fact]
    public async Task Where_the_server_dropped_a_song_the_scan_is_waited_for()
    {
        var ann = await _host.Database.AddUserAsync();
        _host.FillLibrary(3);
        await Cache.GetFreshAsync(ann.Id, null, null, default);
        await Cache.MarkStaleAsync(ann.Id, default);
        _host.Clock.Advance(TimeSpan.FromMinutes(1));
        _host.Server.IsScanning = true;

        await Assert.ThrowsAsync<LibraryScanningException>(() => Cache.GetFreshAsync(ann.Id, null, null, default));
    }

    [Theory]
    [InlineData("the clock shares a look of a moment ago", false, 1)]
    [InlineData("who asks is given what the server says after that", true, 2)]
    public async Task A_look_at_the_change_detector_is_shared_but_never_older_than_who_asks(string why, bool asks, int reads)
    {
        var ann = await _host.Database.AddUserAsync();
        _host.FillLibrary(3);
        await Cache.GetFreshAsync(ann.Id, null, null, default);
        _host.Clock.Advance(TimeSpan.FromSeconds(5));
        _host.Server.Stamp = "2";

        await Cache.GetFreshAsync(ann.Id, asks ? _host.Clock.GetUtcNow() : null, null, default);

        Assert.True(reads == Reads, why);
    }

    [Theory]
    [InlineData("the clock, within the hour", false, 40, 1)]
    [InlineData("the clock, after it", false, 51, 2)]
    [InlineData("who asks within a minute", true, 1, 1)]
    [InlineData("who asks after it", true, 2, 2)]
    public async Task A_server_that_tells_no_scans_is_read_again_for_who_asks_after_a_minute(string why, bool asks, int minutes, int reads)
    {
        var ann = await _host.Database.AddUserAsync();
        _host.FillLibrary(3);
        _host.Server.TellsScans = false;
        await Cache.GetFreshAsync(ann.Id, null, null, default);
        _host.Clock.Advance(TimeSpan.FromMinutes(minutes));

        await Cache.GetFreshAsync(ann.Id, asks ? _host.Clock.GetUtcNow() : null, null, default);

        Assert.True(reads == Reads, why);
    }

    [Fact]
    public async Task Open_pages_are_told_that_it_is_being_read_and_that_it_ended()
    {
        var ann = await _host.Database.AddUserAsync();
        _host.FillLibrary(3);
        var told = new List<LibraryProgressed>();
        using var listening = _host.Get<EventBus>().Subscribe<LibraryProgressed>(ann.UserId, told.Add);

        await Cache.GetFreshAsync(ann.Id, null, null, default);

        Assert.Equal([true, false], told.Select(progress => progress.IsReading));
        Assert.Null(Cache.FindProgress(ann.Id));
    }

    [Fact]
    public async Task Two_accounts_have_two_libraries()
    {
        var ann = await _host.Database.AddUserAsync();
        var bob = await _host.Database.AddUserAsync("bob");
        _host.FillLibrary(3);
        await Cache.GetFreshAsync(ann.Id, null, null, default);

        Assert.Empty((await Cache.GetKnownAsync(bob.Id, default)).Songs);
    }
}
