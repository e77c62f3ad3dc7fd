using Spotter.Core.Facts;
using Spotter.Core.Matching;
using Spotter.Core.Providers;
using Spotter.Core.Sync;
using Spotter.Core.Targets;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync;

/// <summary>The exact words in which runs report.</summary>
public sealed class SyncFactsTests
{
    private static readonly ServerName Server = new("Navidrome");
    private static readonly TargetPlan Plan = new("list-1", "Road trip", "Kept", ["s1"]);

    [Theory]
    [InlineData(0, 0, 0, "Created with 2 songs.")]
    [InlineData(0, 1, 0, "Created with 2 songs. 1 to review.")]
    [InlineData(0, 0, 3, "Created with 2 songs. 3 missing.")]
    [InlineData(4, 1, 3, "Created with 2 songs. 4 newly matched. 1 to review, 3 missing.")]
    public void A_new_list_is_told_with_what_it_lacks(int newly, int review, int missing, string expected)
        => Assert.Equal(expected, SyncFacts.Written(new(["s1", "s2"], [], []), Report(review, missing) with { NewlyMatched = newly }, before: null, Plan).Words);

    [Theory]
    [InlineData("Road trip", "Kept", "Nothing needed to be written.")]
    [InlineData("My roads", "Kept", "Songs unchanged; name or comment updated.")]
    [InlineData("Road trip", "Mine", "Songs unchanged; name or comment updated.")]
    public void Where_the_songs_are_the_same_it_says_whether_the_rest_is(string name, string comment, string expected)
        => Assert.Equal(expected, SyncFacts.Written(TargetDiff.None, Report(0, 0), Found(name, comment), Plan).Words);

    [Fact]
    public void An_update_names_what_was_done_and_leaves_out_what_was_not()
    {
        var before = Found("Road trip", "Kept");
        Assert.Equal("Updated: 1 added.", SyncFacts.Written(new(["a"], [], []), Report(0, 0), before, Plan).Words);
        Assert.Equal("Updated: 2 removed, 1 moved.", SyncFacts.Written(new([], ["a", "b"], ["c"]), Report(0, 0), before, Plan).Words);
    }

    [Fact]
    public void What_was_not_changed_on_the_server_is_no_drift()
    {
        Assert.Null(SyncFacts.DriftOf(TargetDiff.None, EditPolicy.Mirror, Found("Road trip", "Kept"), new LastWrittenContent([], IsSure: true), DateTimeOffset.UnixEpoch));
        Assert.Null(SyncFacts.Drifted(null, Server));
    }

    [Fact]
    public void What_was_changed_on_the_server_is_counted_and_named()
    {
        var gone = FakeMusicServer.Song("gone", "Old light", "Bea");
        var target = new Target(new("list-1", "Road trip", 2), [FakeMusicServer.Song("new", "New light"), FakeMusicServer.Song("moved", "Slow light")]);

        var drift = SyncFacts.DriftOf(
            new(["new"], ["gone"], ["moved"]), EditPolicy.KeepAdded, target, new LastWrittenContent([new(gone)], IsSure: true), DateTimeOffset.UnixEpoch)!;

        Assert.Equal((1, 1, 1, EditPolicy.KeepAdded, DateTimeOffset.UnixEpoch), (drift.Added, drift.Removed, drift.Moved, drift.Policy, drift.At));
        Assert.Equal(["Ada – New light", "Bea – Old light", "Ada – Slow light"], [.. drift.AddedTitles, .. drift.RemovedTitles, .. drift.MovedTitles]);
    }

    [Theory]
    [InlineData(EditPolicy.KeepAdded, 1, 0, "Changed in Navidrome since the last sync: 1 added. What was added there stays.")]
    [InlineData(EditPolicy.KeepAdded, 0, 2, "Changed in Navidrome since the last sync: 2 removed. The source won.")]
    [InlineData(EditPolicy.Mirror, 1, 2, "Changed in Navidrome since the last sync: 1 added, 2 removed. The source won.")]
    public void What_became_of_a_change_on_the_server_is_said(EditPolicy policy, int added, int removed, string expected)
        => Assert.Equal(expected, SyncFacts.Drifted(new() { Policy = policy, Added = added, Removed = removed }, Server).Words);

    [Fact]
    public void Fifty_titles_are_named_and_a_song_that_nobody_knows_by_its_id()
    {
        var songs = Enumerable.Range(1, 60).Select(i => FakeMusicServer.Song($"s{i}", $"Light {i}")).ToList();

        Assert.Equal(songs.Take(50).Select(song => $"Ada – {song.Title}"), SyncFacts.Titles(songs.Select(song => song.Id), songs));
        Assert.Equal(["unknown"], SyncFacts.Titles(["unknown"], songs));
    }

    private static Target Found(string name, string comment) => new(new("list-1", name, 1) { Comment = comment }, [FakeMusicServer.Song("s1", "Light")]);

    private static MatchReport Report(int review, int missing)
        => new([.. Enumerable.Repeat(Result(MatchZone.Review), review), .. Enumerable.Repeat(Result(MatchZone.None), missing)]);

    private static MatchResult Result(MatchZone zone) => new(zone, null, null, null, MatchReason.NotInLibrary, []);
}
