using Spotter.Core.Matching;
using Spotter.Core.Playlists;
using Spotter.Core.Providers;
using Spotter.Core.Sync;
using Spotter.Core.Targets;
using Spotter.Core.Tracks;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync;

/// <summary>What a run decides before its first write.</summary>
public sealed class SyncDecisionTests
{
    private static readonly Song[] Library = [.. Enumerable.Range(1, 20).Select(i => FakeMusicServer.Song($"s{i}", CoreHost.TitleOf(i)))];

    private static readonly LibraryIndex Index = LibraryIndex.Build(Library);

    public static TheoryData<string, Action<Playlist>, Func<Target, Target?>, bool> Changes => new()
    {
        { "nothing", _ => { }, target => target, true },
        { "the target is gone", _ => { }, _ => null, false },
        { "nothing was ever written", row => row.DesiredFingerprint = null, target => target, false },
        { "the source asked for something else", row => row.DesiredFingerprint = "other", target => target, false },
        { "somebody edited the target", row => row.TargetFingerprint = "other", target => target, false },
        { "a song is in another place", _ => { }, target => target with { Entries = [target.Entries[1], target.Entries[0]] }, false },
        { "it is called otherwise", _ => { }, target => target with { Summary = target.Summary with { Name = "Other" } }, false },
        { "the user has another policy", row => row.EditPolicy = EditPolicy.KeepAdded, target => target, false },
        { "the playlist is called otherwise", row => row.NameOverride = "Mine", target => target, false },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Nothing_is_written_only_where_nothing_has_changed(string what, Action<Playlist> change, Func<Target, Target?> edit, bool isUnchanged)
    {
        var (row, target) = Written();
        change(row);
        var edited = edit(target);

        var decision = Decide(row, edited is null ? TargetSearchResult.None : TargetSearchResult.Of(new Target(edited.Summary, edited.Entries)));

        Assert.True(isUnchanged == decision.IsUnchanged, what);
    }

    [Theory]
    [InlineData("the user's own, whose file is back", EditPolicy.KeepAdded, true, true, "s9", false)]
    [InlineData("the user's own, whose file is still missing", EditPolicy.KeepAdded, true, true, "gone", true)]
    [InlineData("one of ours", EditPolicy.KeepAdded, true, false, "s9", true)]
    [InlineData("one that was never hidden", EditPolicy.KeepAdded, false, true, "s1", true)]
    [InlineData("the user's own, where edits are replaced", EditPolicy.Mirror, true, true, "s9", true)]
    public void A_song_of_the_users_that_can_be_shown_again_is_a_change(string what, EditPolicy policy, bool isAbsent, bool isUsers, string song, bool isUnchanged)
    {
        var (row, target) = Written(policy);
        var left = new LastWrittenContent([.. target.Entries.Select(entry => new WrittenSong(entry)), new WrittenSong(FakeMusicServer.Song(song, "Any")) { IsAbsent = isAbsent, IsUsers = isUsers }], IsSure: true);

        Assert.True(isUnchanged == Decide(row, TargetSearchResult.Of(target), left).IsUnchanged, what);
    }

    [Theory]
    [InlineData("empty, and rows of ours may be hidden in it", 0, 0, 2, true)]
    [InlineData("empty, and nothing was ever in it", 0, 0, 0, false)]
    [InlineData("it shows something", 1, 0, 2, false)]
    [InlineData("something is to be written", 0, 3, 2, false)]
    public void A_list_that_shows_nothing_is_emptied_all_the_same_where_rows_may_be_hidden_in_it(string what, int shown, int wanted, int left, bool clears)
    {
        var row = Row();
        var target = new Target(new("list", "Road trip", shown), Library[..shown]);
        var rows = new LastWrittenContent([.. Library[5..(5 + left)].Select(song => new WrittenSong(song))], IsSure: true);

        Assert.True(clears == Decide(row, TargetSearchResult.Of(target), rows, Library[..wanted]).ClearsHiddenRows, what);
    }

    [Theory]
    [InlineData("the source fell by two thirds", 12, 0, 4, 0, SafetyRule.SourceShrank)]
    [InlineData("the library fell", 4, 40, 4, 0, SafetyRule.LibraryShrank)]
    [InlineData("the target would fall", 4, 20, 4, 14, SafetyRule.TargetWouldShrink)]
    [InlineData("nothing fell", 4, 20, 4, 4, null)]
    public void The_rules_see_what_there_was_and_what_there_is(string what, int sourceBefore, int libraryBefore, int wanted, int shown, SafetyRule? rule)
    {
        var row = Row();
        (row.DesiredFingerprint, row.SourceCountAtWrite, row.LibraryCountAtWrite) = ("before", sourceBefore, libraryBefore);
        var target = new Target(new("list", "Road trip", shown), Library[..shown]);

        Assert.True(rule == Decide(row, TargetSearchResult.Of(target), null, Library[..wanted]).Verdict?.Rule, what);
    }

    [Theory]
    [InlineData("the content that the user agreed to", "now", "now", true)]
    [InlineData("another content", "before", "now", false)]
    [InlineData("none", null, null, false)]
    public void A_shrinking_that_was_approved_is_not_asked_about_again(string what, string? approved, string? source, bool isApproved)
    {
        var row = Row();
        (row.SourceCountAtWrite, row.ApprovedSourceFingerprint, row.SourceFingerprint) = (20, approved, source);

        Assert.True(isApproved == Decide(row, TargetSearchResult.None, null, Library[..4]).Verdict is null, what);
    }

    [Theory]
    [InlineData("the first write", null, false, true)]
    [InlineData("a later one", "before", false, false)]
    [InlineData("the first as far as the row says, but rows of ours are known", null, true, false)]
    public void Only_the_first_write_must_have_matched_enough(string what, string? desired, bool hasLeft, bool isHeldBack)
    {
        var row = Row();
        row.DesiredFingerprint = desired;
        var left = hasLeft ? new LastWrittenContent([new WrittenSong(Library[0])], IsSure: true) : null;
        MatchResult[] results = [Found(Library[0]), Missing(), Missing()];

        Assert.True(isHeldBack == (Decide(row, TargetSearchResult.None, left, results, new SafetyRules(30, 50)).Verdict?.Rule == SafetyRule.TooFewMatched), what);
    }

    [Fact]
    public void A_target_that_is_gone_holds_back_with_the_number_of_lists_that_it_could_be_and_keeps_what_was_in_it()
    {
        var row = Row();
        row.EditPolicy = EditPolicy.KeepAdded;
        TargetSummary[] candidates = [new("a", "Road trip", 1), new("b", "Road trip", 1)];
        var left = new LastWrittenContent([new WrittenSong(Library[0]), new WrittenSong(Library[8]) { IsUsers = true }, new WrittenSong(Library[9]) { IsUsers = true, IsAbsent = true }], IsSure: true);

        var decision = Decide(row, new TargetSearchResult(null, IsGone: true, candidates), left, Library[..2]);

        Assert.Equal(SafetyRule.TargetGone, decision.Verdict?.Rule);
        Assert.Contains("2", decision.Verdict!.Why.Words, StringComparison.Ordinal);
        Assert.Equal(["s1", "s9", "s10", "s2"], decision.Plan.SongIds);
        Assert.Null(decision.Plan.TargetId);
        Assert.Equal(4, decision.Diff.Added.Count);
    }

    [Fact]
    public void A_server_that_was_set_up_from_scratch_is_asked_about_first()
        => Assert.Equal(SafetyRule.ServerRenewed, Decide(Row(), TargetSearchResult.None, awaitsAnswer: true).Verdict?.Rule);

    [Fact]
    public void The_plan_names_the_target_the_wanted_name_and_how_much_was_found()
    {
        var row = Row();
        row.NameOverride = "Mine";

        var plan = Decide(row, TargetSearchResult.Of(new Target(new("list", "Road trip", 0), [])), null, [Found(Library[0]), Missing(), Found(Library[1])]).Plan;

        Assert.Equal(("list", "Mine"), (plan.TargetId, plan.Name));
        Assert.Equal(TargetMarker.CommentOf(row.Marker, "a file", 2, 3), plan.Comment);
        Assert.Equal(["s1", "s2"], plan.SongIds);
    }

    private static (Playlist Row, Target Target) Written(EditPolicy policy = EditPolicy.Mirror)
    {
        var row = Row();
        row.EditPolicy = policy;
        var target = new Target(new("list", "Road trip", 4), Library[..4]);
        row.DesiredFingerprint = Decide(row, TargetSearchResult.Of(target)).DesiredFingerprint;
        row.TargetFingerprint = TargetPlan.FingerprintOf(target.SongIds);
        return (row, target);
    }

    private static Playlist Row() => new() { Source = "file", RemoteId = "csv:Road trip", Name = "Road trip" };

    private static MatchResult Found(Song song) => new(MatchZone.Auto, song, MatchTier.Exact, null, MatchReason.SameTitleAndArtist, []);

    private static MatchResult Missing() => new(MatchZone.None, null, null, null, MatchReason.NotInLibrary, []);

    private static SyncDecision Decide(Playlist row, TargetSearchResult finding, LastWrittenContent? left = null, IEnumerable<Song>? wanted = null, bool awaitsAnswer = false)
        => Decide(row, finding, left, [.. (wanted ?? Library[..4]).Select(Found)], awaitsAnswer: awaitsAnswer);

    private static SyncDecision Decide(
        Playlist row, TargetSearchResult finding, LastWrittenContent? left, MatchResult[] results, SafetyRules? rules = null, bool awaitsAnswer = false)
        => SyncDecision.Of(row, "a file", new MatchReport(results), finding, left, Index, rules ?? new SafetyRules(30, 0), new("Navidrome"), awaitsAnswer);
}
