using Spotter.Core.Matching;
using Spotter.Core.Playlists;
using Spotter.Core.Sync;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync;

public sealed class PlaylistContentTests
{
    private static readonly PlaylistTrack[] Tracks = [Track(1, MatchZone.Auto, "a"), Track(2, MatchZone.Review, "b"), Track(3, MatchZone.None, null), Track(4, null, null), Track(5, MatchZone.Auto, null)];

    [Fact]
    public void A_target_is_known_by_what_was_written_to_it_else_by_what_was_matched()
    {
        Assert.Equal(["a"], Content(null).KnownSongs.Select(song => song.Id));
        Assert.Equal(["a"], Content(new WrittenTarget()).KnownSongs.Select(song => song.Id));
        Assert.Equal(["x"], Content(new WrittenTarget { Songs = [new(FakeMusicServer.Song("x", "x"))] }).KnownSongs.Select(song => song.Id));
    }

    [Fact]
    public void What_was_looked_for_in_vain_is_what_is_in_review_or_missing() => Assert.Equal([2L, 3L], Content(null).UnmatchedTrackIds.Order());

    [Fact]
    public void The_matcher_is_asked_with_the_decisions_about_the_row_and_no_others()
    {
        var decisions = new[] { ("key 1", PinKind.Never), ("key 2", PinKind.Rejection) }.ToLookup(pair => pair.Item1, pair => new TrackDecision(pair.Item2, null));

        Assert.Equal([PinKind.Never], (Content(null) with { Decisions = decisions }).QueryFor(Tracks[0]).Decisions.Select(decision => decision.Kind));
    }

    private static PlaylistContent Content(WrittenTarget? written)
        => new(new Playlist { Source = "file", RemoteId = "csv:x", Name = "x" }, Tracks, Enumerable.Empty<TrackDecision>().ToLookup(_ => ""), written);

    private static PlaylistTrack Track(int id, MatchZone? zone, string? song) => new()
    {
        Id = id, Key = $"key {id}", SourceTrack = CoreHost.Track("Title"), Zone = zone, Song = song is null ? null : FakeMusicServer.Song(song, song),
    };
}
