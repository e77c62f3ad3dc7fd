using System.Collections.Concurrent;
using Spotter.Core.Providers;
using Spotter.Navidrome.Demo;
using Spotter.Tests.Support;

namespace Spotter.Tests.Navidrome;

public sealed class NavidromeLibraryTests
{
    [Fact]
    public async Task A_library_is_read_over_several_pages_with_progress_and_a_stamp()
    {
        await using var fixture = await NavidromeFixture.StartAsync(new DemoServerOptions { Songs = Songs(4_201) }, Clock());
        var progress = new Reports();

        var read = await fixture.For().ReadLibraryAsync(progress, default);

        Assert.Equal(fixture.Server.Library.Songs.Select(song => song.Id), read.Songs.Select(song => song.Id));
        Assert.Equal([(2_000, 4_201), (4_000, 4_201), (4_201, 4_201)], progress.Seen.Select(report => (report.Read, report.Total!.Value)));
        Assert.Equal(read.Stamp, await fixture.For().ReadStampAsync(default));
        Assert.Equal(4_201, read.Stamp.SongCount);
        // Three pages, and the end found twice.
        Assert.Equal(5, fixture.Server.Log.CountOf("search3"));
    }

    [Fact]
    public async Task Everything_that_matching_needs_comes_along()
    {
        await using var fixture = await NavidromeFixture.StartAsync(clock: Clock());

        var read = await fixture.For().ReadLibraryAsync(null, default);

        var song = read.Songs.Single(one => one.Title == "Footnote (with Tomas Reim)");
        Assert.Equal(["Ada Quill", "Tomas Reim"], song.Artists);
        Assert.Equal("Second Draft", song.Album);
        Assert.Equal(254_000, song.DurationMs);
        Assert.NotNull(song.RecordingMbid);
        Assert.Single(song.Isrcs);
        Assert.NotNull(song.CoverArtId);
    }

    [Fact]
    public async Task Songs_are_counted_by_genre_the_most_frequent_first()
    {
        DemoSong[] songs = [.. Songs(6)];
        string?[] genres = ["Folk", "Jazz", "Folk", null, " ", "Folk"];
        await using var fixture = await NavidromeFixture.StartAsync(new DemoServerOptions { Songs = [.. songs.Zip(genres, (song, genre) => song with { Genre = genre })] }, Clock());
        await using var bare = await NavidromeFixture.StartAsync(new DemoServerOptions { Songs = songs }, Clock());

        Assert.Equal([new("Folk", 3), new("Jazz", 1)], await fixture.For().ReadGenresAsync(default));
        Assert.Empty(await bare.For().ReadGenresAsync(default));
    }

    [Fact]
    public async Task A_server_that_wants_an_empty_question_is_read_too()
    {
        await using var fixture = await NavidromeFixture.StartAsync(new DemoServerOptions { Profile = DemoProfile.Plain, Songs = Songs(3) }, Clock());

        var read = await fixture.For().ReadLibraryAsync(null, default);

        Assert.Equal(3, read.Songs.Count);
        Assert.NotNull(read.Stamp.Value);
        Assert.Null(read.Stamp.SongCount);
    }

    [Fact]
    public async Task A_server_that_understands_only_the_other_question_is_asked_that_before_the_library_is_taken_for_empty()
    {
        var profile = DemoProfile.Navidrome with { QuotesMeanEverything = false };
        await using var fixture = await NavidromeFixture.StartAsync(new DemoServerOptions { Profile = profile, Songs = Songs(7) }, Clock());

        Assert.Equal(7, (await fixture.For().ReadLibraryAsync(null, default)).Songs.Count);
    }

    [Fact]
    public async Task An_empty_library_is_empty()
    {
        await using var fixture = await NavidromeFixture.StartAsync(new DemoServerOptions { Songs = [] }, Clock());

        Assert.Empty((await fixture.For().ReadLibraryAsync(null, default)).Songs);
    }

    [Fact]
    public async Task A_page_that_the_server_swallowed_is_asked_for_again()
    {
        await using var fixture = await NavidromeFixture.StartAsync(new DemoServerOptions { Songs = Songs(6_100) }, Clock());
        var swallowed = 0;
        fixture.Server.Fault = request => request.Find("songOffset") == "2000" && Interlocked.Increment(ref swallowed) == 1 ? DemoFault.Swallow() : null;

        Assert.Equal(6_100, (await fixture.For().ReadLibraryAsync(null, default)).Songs.Count);
    }

    [Fact]
    public async Task A_read_that_shows_none_of_many_songs_is_an_error_and_no_empty_library()
    {
        await using var fixture = await NavidromeFixture.StartAsync(clock: Clock());
        fixture.Server.Fault = request => request.Method == "search3" ? DemoFault.Swallow() : null;

        var failure = await Assert.ThrowsAsync<ProviderException>(() => fixture.For("guest").ReadLibraryAsync(null, default));

        Assert.Equal(ProviderFailure.Unavailable, failure.Failure);
        Assert.Contains("showed none", failure.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("demo", true)]
    [InlineData("guest", false)]
    public async Task Half_a_library_is_an_error_for_who_may_see_it_all(string user, bool refused)
    {
        await using var fixture = await NavidromeFixture.StartAsync(new DemoServerOptions { Songs = Songs(4_800) }, Clock());
        fixture.Server.Fault = request => request.Method == "search3" && request.Find("songOffset") != "0" ? DemoFault.Swallow() : null;

        var reading = fixture.For(user).ReadLibraryAsync(null, default);

        if (refused)
        {
            Assert.Contains("only 2000", (await Assert.ThrowsAsync<ProviderException>(() => reading)).Words, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(2_000, (await reading).Songs.Count);
        }
    }

    [Fact]
    public async Task A_library_that_is_being_scanned_is_not_read()
    {
        await using var fixture = await NavidromeFixture.StartAsync(clock: Clock());
        fixture.Server.Library.IsScanning = true;

        Assert.True((await fixture.For().ReadStampAsync(default)).IsScanning);
        await Assert.ThrowsAsync<LibraryScanningException>(() => fixture.For().ReadLibraryAsync(null, default));
        Assert.Equal(0, fixture.Server.Log.CountOf("search3"));
    }

    [Theory]
    [InlineData("a scan that goes on", true)]
    [InlineData("a scan that is over already", false)]
    public async Task A_scan_during_the_read_makes_it_worthless(string reason, bool goesOn)
    {
        await using var fixture = await NavidromeFixture.StartAsync(clock: Clock());
        fixture.Server.Fault = request =>
        {
            if (request.Method == "search3" && goesOn)
            {
                fixture.Server.Library.IsScanning = true;
            }
            else if (request.Method == "search3")
            {
                fixture.Server.Library.EndScan();
            }

            return null;
        };

        Assert.True(await Record.ExceptionAsync(() => fixture.For().ReadLibraryAsync(null, default)) is LibraryScanningException, reason);
    }

    [Fact]
    public async Task A_song_that_stands_on_two_pages_is_one_song()
    {
        await using var fixture = await NavidromeFixture.StartAsync(new DemoServerOptions { Songs = Songs(2_100) }, Clock());
        fixture.Server.Fault = request =>
        {
            // Between two pages a song is added in front and another removed, so the others move by one place.
            if (request.Find("songOffset") == "2000")
            {
                fixture.Server.Fault = null;
                fixture.Server.Library.ReplaceUnnoticed([Songs(2_101)[^1], .. Songs(2_099)]);
            }

            return null;
        };

        var songs = (await fixture.For().ReadLibraryAsync(null, default)).Songs;

        Assert.Equal(Songs(2_099).Select(song => song.Id), songs.Select(song => song.Id));
    }

    [Fact]
    public async Task A_server_that_does_not_page_is_read_where_all_fits_into_a_page_and_refused_where_it_may_not()
    {
        var profile = DemoProfile.Navidrome with { IgnoresOffset = true };
        await using var small = await NavidromeFixture.StartAsync(new DemoServerOptions { Profile = profile, Songs = Songs(40) }, Clock());
        await using var large = await NavidromeFixture.StartAsync(new DemoServerOptions { Profile = profile, Songs = Songs(2_400) }, Clock());

        Assert.Equal(40, (await small.For().ReadLibraryAsync(null, default)).Songs.Count);
        var failure = await Assert.ThrowsAsync<ProviderException>(() => large.For().ReadLibraryAsync(null, default));
        Assert.Contains("keeps sending the same songs", failure.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_stamp_moves_with_a_scan_and_with_nothing_else()
    {
        await using var fixture = await NavidromeFixture.StartAsync(clock: Clock());
        var provider = fixture.For();
        var first = await provider.ReadStampAsync(default);

        await provider.SyncPlaylistAsync("New", [fixture.Server.Library.Songs[0].Id], default);
        Assert.Equal(first, await provider.ReadStampAsync(default));

        fixture.Server.Library.EndScan();
        Assert.NotEqual(first.Value, (await provider.ReadStampAsync(default)).Value);
    }

    [Theory]
    [InlineData("demo")]
    [InlineData("guest")]
    public async Task A_server_that_does_not_tell_its_scans_is_asked_for_its_index(string user)
    {
        await using var fixture = await NavidromeFixture.StartAsync(new DemoServerOptions { Profile = DemoProfile.Plain }, Clock());
        var first = await fixture.For(user).ReadStampAsync(default);

        fixture.Server.Library.EndScan();

        Assert.NotNull(first.Value);
        Assert.NotEqual(first.Value, (await fixture.For(user).ReadStampAsync(default)).Value);
    }

    [Fact]
    public async Task Two_pages_are_under_way_at_a_time_and_no_more()
    {
        await using var fixture = await NavidromeFixture.StartAsync(new DemoServerOptions { Songs = Songs(9_000) }, Clock());
        var (asked, gate) = (new ConcurrentQueue<string>(), new TaskCompletionSource());
        var second = new TaskCompletionSource();
        fixture.Server.Fault = request =>
        {
            if (request.Find("songOffset") is not { } offset || offset == "0")
            {
                return null;
            }

            asked.Enqueue(offset);
            if (asked.Count == 2)
            {
                second.TrySetResult();
            }

            return DemoFault.Wait(gate.Task);
        };

        var reading = fixture.For().ReadLibraryAsync(null, default);
        await second.Task.WaitAsync(TimeSpan.FromSeconds(30));
        Assert.Equal(["2000", "4000"], asked.Order());
        gate.SetResult();

        Assert.Equal(9_000, (await reading).Songs.Count);
        Assert.Equal(["2000", "4000", "6000", "8000", "9000", "9000"], asked.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(2_000)]
    public async Task A_page_has_two_thousand_songs_where_the_server_is_known_to_bear_it(int size)
    {
        var profile = size == 500 ? DemoProfile.Gonic : DemoProfile.Navidrome;
        await using var fixture = await NavidromeFixture.StartAsync(new DemoServerOptions { Profile = profile, Songs = Songs(10) }, Clock());

        await fixture.For().ReadLibraryAsync(null, default);

        Assert.All(fixture.Server.Log.Requests.Where(request => request.Method == "search3"), request => Assert.Equal($"{size}", request.Find("songCount")));
    }

    [Fact]
    public async Task On_gonic_a_count_that_differs_is_a_change()
    {
        await using var fixture = await NavidromeFixture.StartAsync(new DemoServerOptions { Profile = DemoProfile.Gonic, Songs = Songs(10) }, Clock());
        var first = await fixture.For().ReadStampAsync(default);
        fixture.Server.Library.EndScan();
        var same = await fixture.For().ReadStampAsync(default);
        fixture.Server.Library.Replace(Songs(11));

        Assert.False(first.MovesWithEveryScan);
        Assert.Equal(first, same);
        Assert.NotEqual(first.Value, (await fixture.For().ReadStampAsync(default)).Value);
    }

    [Fact]
    public async Task A_read_can_be_stopped()
    {
        await using var fixture = await NavidromeFixture.StartAsync(new DemoServerOptions { Songs = Songs(2_200) }, Clock());
        using var stop = new CancellationTokenSource();
        fixture.Server.Fault = request =>
        {
            if (request.Find("songOffset") == "2000")
            {
                stop.Cancel();
            }

            return null;
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fixture.For().ReadLibraryAsync(null, stop.Token));
    }

    private static HastyClock Clock() => new(TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(120));

    private static List<DemoSong> Songs(int count) => [.. Enumerable.Range(1, count).Select(number => new DemoSong
    {
        Id = $"song-{number}", Title = $"Title {number}", Artists = [$"Artist {number % 50}"], Album = $"Album {number % 100}",
        AlbumArtist = $"Artist {number % 50}", DurationSeconds = 120 + (number % 200),
    })];

    private sealed class Reports : IProgress<LibraryReadProgress>
    {
        public ConcurrentQueue<LibraryReadProgress> Seen { get; } = new();

        public void Report(LibraryReadProgress value) => Seen.Enqueue(value);
    }
}
