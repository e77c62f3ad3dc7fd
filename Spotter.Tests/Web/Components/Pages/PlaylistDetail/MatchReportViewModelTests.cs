using Spotter.Core.Events;
using Spotter.Core.Matching;
using Spotter.Core.Sync;
using Spotter.Tests.Support;
using Spotter.Web.Components.Pages.PlaylistDetail;
using static Spotter.Tests.Support.TestTracks;

namespace Spotter.Tests.Web.Components.Pages.PlaylistDetail;

public sealed class MatchReportViewModelTests : IDisposable
{
    private readonly TestDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task Counts_are_by_tier_and_zone()
    {
        var ann = await _database.AddUserAsync();
        var playlist = await _database.AddPlaylistAsync(ann, "Mix",
            Matched("A", "1", MatchTier.Isrc), Matched("B", "2", MatchTier.Isrc), Matched("C", "3", MatchTier.Fuzzy),
            Doubtful("D", "4"), Wanted("E"), Waiting("F"));
        var model = Model();

        await model.ShowAsync(ann.UserId, playlist.Id, ReportFilter.All, "", default);

        Assert.Equal((6, 3, 1, 1, 1), (model.Counts.Total, model.Counts.Matched, model.Counts.Review, model.Counts.Missing, model.Counts.Waiting));
        Assert.Equal(2, model.Counts.ByTier[MatchTier.Isrc]);
        Assert.Equal(1, model.Counts.ByTier[MatchTier.Fuzzy]);
    }

    [Theory]
    [InlineData(ReportFilter.All, "A,B,C,D")]
    [InlineData(ReportFilter.Matched, "A,D")]
    [InlineData(ReportFilter.Review, "B")]
    [InlineData(ReportFilter.Missing, "C")]
    public async Task A_filter_leaves_its_rows_in_the_order_of_the_source(ReportFilter filter, string expected)
    {
        var ann = await _database.AddUserAsync();
        var playlist = await _database.AddPlaylistAsync(ann, "Mix", Matched("A", "1"), Doubtful("B", "2"), Wanted("C"), Matched("D", "4"));
        var model = Model();

        await model.ShowAsync(ann.UserId, playlist.Id, filter, "", default);
        var page = await model.ReadAsync(0, 100, default);

        Assert.Equal(expected, Titles(page));
        Assert.Equal(expected.Split(',').Length, page.Total);
    }

    [Fact]
    public async Task A_screenful_is_read_from_where_it_starts()
    {
        var ann = await _database.AddUserAsync();
        var playlist = await _database.AddPlaylistAsync(ann, "Long", [.. Enumerable.Range(1, 300).Select(i => Wanted($"T{i}"))]);
        var model = Model();

        await model.ShowAsync(ann.UserId, playlist.Id, ReportFilter.All, "", default);
        var page = await model.ReadAsync(250, 3, default);

        Assert.Equal("T251,T252,T253", Titles(page));
        Assert.Equal(300, page.Total);
    }

    [Theory]
    [InlineData("beyonce", "Halo")]
    [InlineData("HALO", "Halo")]
    [InlineData("somebody creep", "Creep")]
    [InlineData("title", "")]
    [InlineData("radio edit", "Creep")]
    public async Task A_search_finds_words_in_track_and_song_whatever_case_and_accents(string text, string expected)
    {
        var ann = await _database.AddUserAsync();
        var playlist = await _database.AddPlaylistAsync(ann, "Mix",
            Wanted("Halo", "Beyoncé"), Matched("Creep", "1", songTitle: "Creep (Radio Edit)"), Wanted("Other"));
        var model = Model();

        await model.ShowAsync(ann.UserId, playlist.Id, ReportFilter.All, text, default);
        var page = await model.ReadAsync(0, 100, default);

        Assert.Equal(expected, Titles(page));
        Assert.Equal(page.Rows.Count, page.Total);
    }

    [Fact]
    public async Task Two_rows_on_one_song_both_say_so()
    {
        var ann = await _database.AddUserAsync();
        var playlist = await _database.AddPlaylistAsync(ann, "Mix", Matched("A", "same"), Matched("B", "other"), Matched("A again", "same"));
        var model = Model();

        await model.ShowAsync(ann.UserId, playlist.Id, ReportFilter.All, "", default);
        var page = await model.ReadAsync(0, 100, default);

        Assert.Equal([true, false, true], page.Rows.Select(row => row.SharesSong));
    }

    [Fact]
    public async Task Another_users_playlist_shows_nothing()
    {
        var ann = await _database.AddUserAsync();
        var bob = await _database.AddUserAsync("bob");
        var playlist = await _database.AddPlaylistAsync(ann, "Mix", Matched("A", "1"), Wanted("B"));
        var model = Model();

        await model.ShowAsync(bob.UserId, playlist.Id, ReportFilter.All, "", default);
        var plain = await model.ReadAsync(0, 100, default);
        await model.ShowAsync(bob.UserId, playlist.Id, ReportFilter.All, "A", default);
        var searched = await model.ReadAsync(0, 100, default);

        Assert.Equal(0, model.Counts.Total);
        Assert.Empty(plain.Rows);
        Assert.Empty(searched.Rows);
    }

    [Fact]
    public void A_run_that_matches_fills_the_counts_and_the_rest_is_waiting()
    {
        var model = Model();

        var rowsChanged = model.Follow(Progress(SyncPhase.Matching, done: 5, total: 20, exact: 3, review: 1, missing: 1));

        Assert.True(rowsChanged);
        Assert.Equal((20, 3, 1, 1, 15), (model.Counts.Total, model.Counts.Matched, model.Counts.Review, model.Counts.Missing, model.Counts.Waiting));
    }

    [Fact]
    public async Task Reading_the_library_leaves_the_counts_of_the_last_matching()
    {
        var ann = await _database.AddUserAsync();
        var playlist = await _database.AddPlaylistAsync(ann, "Mix", Matched("A", "1"), Wanted("B"));
        var model = Model();
        await model.ShowAsync(ann.UserId, playlist.Id, ReportFilter.All, "", default);

        var rowsChanged = model.Follow(Progress(SyncPhase.ReadingLibrary, done: 5, total: 50_000, exact: 0, review: 0, missing: 0));

        Assert.False(rowsChanged);
        Assert.Equal((2, 1, 1), (model.Counts.Total, model.Counts.Matched, model.Counts.Missing));
    }

    private MatchReportViewModel Model() => new(_database, new SyncProgressBoard());

    private static string Titles(ReportPage page) => string.Join(',', page.Rows.Select(row => row.Track.Title));

    private static SyncProgressed Progress(SyncPhase phase, int done, int total, int exact, int review, int missing)
        => new(1, 1, phase, done, total, new Dictionary<MatchTier, int> { [MatchTier.Exact] = exact }, review, missing);
}
