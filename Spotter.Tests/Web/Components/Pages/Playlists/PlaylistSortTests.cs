using Spotter.Core.Playlists;
using Spotter.Web.Components.Pages.Playlists;

namespace Spotter.Tests.Web.Components.Pages.Playlists;

public sealed class PlaylistSortTests
{
    private static readonly DateTimeOffset _noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly PlaylistItem[] _items =
    [
        Item(1, "banana", "spotify", SyncStatus.Success, tracks: 9, matched: 9, missing: 0, syncedBefore: 3),
        Item(2, "Apple", "file", SyncStatus.Error, tracks: 200, matched: 50, missing: 150, syncedBefore: 1),
        Item(3, "cherry", "file", SyncStatus.Warning, tracks: 10, matched: 9, missing: 1, syncedBefore: null),
        Item(4, "Ähre", "lastfm", SyncStatus.Success, tracks: 10, matched: 0, missing: 0, syncedBefore: 2),
    ];

    [Theory]
    [InlineData(null, "Ähre Apple banana cherry")]
    [InlineData("-name", "cherry banana Apple Ähre")]
    [InlineData("source", "Apple cherry Ähre banana")]
    [InlineData("state", "Apple cherry Ähre banana")]
    [InlineData("tracks", "banana Ähre cherry Apple")]
    [InlineData("-tracks", "Apple Ähre cherry banana")]
    [InlineData("rate", "Apple cherry banana Ähre")]
    [InlineData("-rate", "banana cherry Apple Ähre")]
    [InlineData("last", "banana Ähre Apple cherry")]
    [InlineData("-last", "Apple Ähre banana cherry")]
    [InlineData("next", "banana Apple cherry Ähre")]
    [InlineData("-next", "cherry Apple banana Ähre")]
    [InlineData("nonsense", "Ähre Apple banana cherry")]
    [InlineData("--tracks", "Apple Ähre cherry banana")]
    public void Any_column_sorts_in_either_direction_and_what_has_no_value_comes_last(string? key, string names)
    {
        var sorted = PlaylistSort.Of(key).Apply(_items, kind => kind, item => item.Id == 4 ? null : _noon.AddHours(item.Id));

        Assert.Equal(names, string.Join(' ', sorted.Select(item => item.Playlist.Name)));
    }

    [Fact]
    public void A_click_turns_the_order_of_its_column_round_and_starts_with_most_where_one_wants_most()
    {
        Assert.Equal("-name", PlaylistSort.Default.After(PlaylistColumn.Name).Key);
        Assert.Null(PlaylistSort.Of("-name").After(PlaylistColumn.Name).Key);
        Assert.Equal("-tracks", PlaylistSort.Default.After(PlaylistColumn.Tracks).Key);
        Assert.Equal("tracks", PlaylistSort.Of("-tracks").After(PlaylistColumn.Tracks).Key);
        Assert.Equal("rate", PlaylistSort.Of("-tracks").After(PlaylistColumn.Matched).Key);
    }

    [Fact]
    public void Every_order_is_the_same_when_it_is_read_from_an_address()
    {
        foreach (var sort in PlaylistColumn.All.SelectMany(column => new[] { new PlaylistSort(column, false), new PlaylistSort(column, true) }))
        {
            Assert.Equal(sort, PlaylistSort.Of(sort.Key));
        }
    }

    private static PlaylistItem Item(int id, string name, string source, SyncStatus status, int tracks, int matched, int missing, int? syncedBefore) => new(
        new Playlist
        {
            Id = id, Name = name, Source = source, RemoteId = name, SyncEnabled = true, Status = status, TrackCount = tracks, MatchedCount = matched,
            MissingCount = missing, LastSyncedAt = syncedBefore is { } hours ? _noon.AddHours(-hours) : null,
        },
        []);
}
