using Spotter.Core.Library;
using Spotter.Core.Matching;
using Spotter.Core.Playlists;
using Spotter.Core.Providers;
using Spotter.Core.Sync;
using Spotter.Core.Targets;
using Spotter.Core.Tracks;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync;

/// <summary>What a run assumes that the last one left in the target, especially if that one died during a write.</summary>
public sealed class LastWrittenContentTests
{
    private static readonly SongLookup Nothing = new(LibraryIndex.Build([]), null);

    [Fact]
    public void Where_nothing_was_ever_written_nothing_was_left() => Assert.Null(LastWrittenContent.Of(null, Shown("a"), Nothing));

    [Fact]
    public void What_was_written_to_the_end_is_sure_and_has_the_ids_that_the_library_gives_now()
    {
        var lookup = new SongLookup(LibraryIndex.Build([Song("a") with { Id = "new-a" }, Song("b") with { Id = "new-b" }]), null);

        var left = LastWrittenContent.Of(Written("a", "b", "c"), Shown("a"), lookup)!;

        // The list shows the first song under its old id, the second has a new id, and the third is gone.
        Assert.True(left.IsSure);
        Assert.Equal(["a", "new-b hidden", "c"], Told(left));
    }

    [Theory]
    [InlineData("it arrived", "x y", "x y a- b-")]
    [InlineData("it did not arrive", "a b", "a b x- y-")]
    [InlineData("half of each: the write is believed", "a x", "x y a- b-")]
    [InlineData("more of what was there", "a b x", "a b x- y-")]
    [InlineData("in another order", "y x", "x y a- b-")]
    public void Of_a_write_that_died_the_list_tells_whether_it_arrived_and_its_rows_are_nobody_elses(string what, string shown, string expected)
    {
        var written = Written("a", "b");
        written.Pending = [Row("x"), Row("y")];

        var left = LastWrittenContent.Of(written, Shown(shown.Split(' ')), Nothing)!;

        Assert.False(left.IsSure);
        Assert.True(expected == string.Join(' ', left.Songs.Select(row => row.Song.Id + (row.IsAbsent ? "-" : ""))), $"{what}: {string.Join(' ', Told(left))}");
    }

    [Fact]
    public void Where_there_is_no_list_or_nothing_stood_in_it_the_write_is_believed()
    {
        var written = Written("a");
        written.Pending = [Row("x")];
        Assert.Equal(["x", "a hidden"], Told(LastWrittenContent.Of(written, null, Nothing)!));

        written.Songs = [];
        Assert.Equal(["x"], Told(LastWrittenContent.Of(written, Shown("other"), Nothing)!));
    }

    [Fact]
    public void Of_the_version_that_did_not_arrive_only_our_own_rows_are_remembered()
    {
        var written = Written("a");
        written.Songs.Add(Row("mine") with { IsUsers = true });
        written.Pending = [Row("x")];

        Assert.Equal(["x", "a hidden"], Told(LastWrittenContent.Of(written, Shown("x"), Nothing)!));
    }

    [Theory]
    [InlineData("in pieces, none certain", WriteWay.Pieces, 0, "a b- c-")]
    [InlineData("in pieces, two certain: somebody took the second out", WriteWay.Pieces, 2, "a b c-")]
    [InlineData("in pieces, all certain", WriteWay.Pieces, 3, "a b c")]
    [InlineData("as a whole", WriteWay.Whole, 0, "a b c")]
    public void What_a_write_in_pieces_had_not_come_to_was_taken_out_by_nobody(string how, WriteWay way, int arrived, string expected)
    {
        var written = Written();
        written.Pending = [Row("a"), Row("b"), Row("c")];
        written.Write = new(way, 3, 1, arrived);

        var left = LastWrittenContent.Of(written, Shown("a"), Nothing)!;

        Assert.True(expected == string.Join(' ', left.Songs.Select(row => row.Song.Id + (row.IsAbsent ? "-" : ""))), $"{how}: {string.Join(' ', Told(left))}");
    }

    [Fact]
    public void Rows_are_counted_without_those_that_are_hidden_and_each_copy_of_a_song_by_itself()
    {
        var written = Written();
        written.Pending = [Row("a"), Row("gone") with { IsAbsent = true }, Row("b"), Row("a"), Row("c")];
        written.Write = new(WriteWay.Append, 2, 1, Arrived: 2);

        // "a" and "b" are certain. The second "a" had not arrived yet.
        Assert.Equal(["a", "gone hidden", "b", "a hidden", "c hidden"], Told(LastWrittenContent.Of(written, Shown("a"), Nothing)!));
    }

    [Theory]
    [InlineData("hidden before, and the user's", true, true, true)]
    [InlineData("under another id since, and the user's", true, false, true)]
    [InlineData("hidden before, and ours", false, true, false)]
    [InlineData("shown before, and the user's", true, null, false)]
    public void What_the_write_was_to_show_again_and_did_not_is_still_hidden(string what, bool isUsers, bool? isAbsent, bool isHidden)
    {
        var written = Written("a");
        written.Songs.Add(Row("u") with { IsUsers = isUsers, IsAbsent = isAbsent == true, HasNewId = isAbsent == false });
        written.Pending = [Row("a"), Row("x"), Row("u") with { IsUsers = isUsers }];

        var left = LastWrittenContent.Of(written, Shown("a", "x"), Nothing)!;

        Assert.True(left.Songs.Single(row => row.Song.Id == "u").IsAbsent == isHidden, $"{what}: {string.Join(' ', Told(left))}");
    }

    [Fact]
    public void Of_another_list_nothing_that_it_lacks_was_taken_out()
    {
        var left = LastWrittenContent.Of(Written("a", "b"), null, Nothing)!.InAnotherList;

        Assert.True(left.IsSure);
        Assert.Equal(["a hidden", "b hidden"], Told(left));
    }

    [Fact]
    public void After_a_write_the_rows_are_remembered_as_far_as_the_list_shows_them()
    {
        TargetEntry[] rows = [new("a"), new("b") { IsUsers = true }, new("c"), new("d") { IsAbsent = true, IsUsers = true }, new("unknown")];

        var remembered = LastWrittenContent.Remember(rows, Shown("a", "b", "d"), [Song("c"), Song("a") with { Title = "An older title" }]);

        Assert.Equal(["a", "b user's", "c hidden", "d user's hidden"], remembered.Select(Told));
        Assert.Equal("Title a", remembered[0].Song.Title);
    }

    private static Song Song(string id) => FakeMusicServer.Song(id, "Title " + id);

    private static WrittenSong Row(string id) => new(Song(id));

    private static WrittenTarget Written(params string[] ids) => new() { PlaylistId = 1, Songs = [.. ids.Select(Row)] };

    private static Target Shown(params string[] ids) => new(new("list", "Road trip", ids.Length), [.. ids.Select(Song)]);

    private static IEnumerable<string> Told(LastWrittenContent left) => left.Songs.Select(Told);

    private static string Told(WrittenSong row) => row.Song.Id + (row.IsUsers ? " user's" : "") + (row.ToEntry().IsAbsent ? " hidden" : "");
}
