using Spotter.Core.Matching;
using Spotter.Core.Playlists;
using Spotter.Core.Sync;
using Spotter.Core.Targets;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync;

/// <summary>When a run may rely on its own records instead of reading the target.</summary>
public sealed class UnchangedTargetsTests
{
    private static readonly DateTimeOffset Changed = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_target_is_what_was_written_without_what_is_hidden()
    {
        var content = Content();
        content.Written!.Songs.Add(Row("hidden") with { IsAbsent = true });

        var target = UnchangedTargets.Recall(content)!;

        Assert.Equal(("list", "Road trip", 3, Changed), (target.Summary.Id, target.Summary.Name, target.Summary.SongCount, target.Summary.ChangedAt));
        Assert.Equal(["a", "b"], target.SongIds);
    }

    public static TheoryData<string, Action<PlaylistContent>> Doubts => new()
    {
        { "there is no target", content => content.Playlist.NavidromePlaylistId = null },
        { "its name is not known", content => content.Playlist.TargetName = null },
        { "its time of change is not known", content => content.Playlist.TargetChangedAt = null },
        { "its content is not known", content => content.Playlist.TargetFingerprint = null },
        { "the last run was held back", content => content.Playlist.HeldBackRule = SafetyRule.LibraryShrank },
        { "a run died while it wrote", content => content.Written!.Pending = [Row("a")] },
        { "nothing is remembered", content => content.Written!.Songs.Clear() },
        { "something else is remembered", content => content.Written!.Songs.Add(Row("c")) },
    };

    [Theory]
    [MemberData(nameof(Doubts))]
    public void It_is_looked_at_where(string doubt, Action<PlaylistContent> change)
    {
        var content = Content();
        change(content);

        Assert.True(UnchangedTargets.Recall(content) is null, doubt);
    }

    [Fact]
    public void It_is_looked_at_where_nothing_was_ever_written() => Assert.Null(UnchangedTargets.Recall(Content() with { Written = null }));

    private static WrittenSong Row(string id) => new(FakeMusicServer.Song(id, id));

    private static PlaylistContent Content()
    {
        var row = new Playlist
        {
            Source = "file", RemoteId = "csv:Road trip", Name = "Road trip", NavidromePlaylistId = "list", TargetName = "Road trip", TargetChangedAt = Changed,
            TargetFingerprint = TargetPlan.FingerprintOf(["a", "b"]),
        };
        return new(row, [], Enumerable.Empty<TrackDecision>().ToLookup(_ => ""), new WrittenTarget { Songs = [Row("a"), Row("b")] });
    }
}
