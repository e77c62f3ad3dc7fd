using Spotter.Core.Targets;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Targets;

public sealed class SafetyRulesTests
{
    private static readonly SafetyFacts Fine = new()
    {
        Name = "Road trip", SourceBefore = 100, SourceNow = 100, LibraryBefore = 5_000, LibraryNow = 5_000, TargetNow = 90, TargetAfter = 90, IsFirstWrite = false,
    };

    public static TheoryData<string, SafetyFacts, SafetyRule?> Cases() => new()
    {
        { "nothing differs", Fine, null },
        { "the source is empty", Fine with { SourceNow = 0 }, SafetyRule.SourceEmpty },
        { "an empty source is asked about even where little was", Fine with { SourceBefore = 3, SourceNow = 0, TargetNow = 3, TargetAfter = 0 }, SafetyRule.SourceEmpty },
        { "the source keeps exactly 70 %", Fine with { SourceNow = 70, TargetAfter = 70 }, null },
        { "the source keeps less than 70 %", Fine with { SourceNow = 69 }, SafetyRule.SourceShrank },
        { "below ten tracks shares protect nothing", Fine with { SourceBefore = 9, SourceNow = 1, TargetNow = 9, TargetAfter = 1 }, null },
        { "ten tracks are protected", Fine with { SourceBefore = 10, SourceNow = 6 }, SafetyRule.SourceShrank },
        { "the library lost a drive", Fine with { LibraryNow = 3_000 }, SafetyRule.LibraryShrank },
        { "the library lost less than a third", Fine with { LibraryNow = 3_500 }, null },
        { "the target would shrink", Fine with { TargetAfter = 50 }, SafetyRule.TargetWouldShrink },
        { "somebody emptied the target by hand", Fine with { TargetNow = 0 }, null },
        { "the user agreed at the import", Fine with { SourceNow = 20, TargetAfter = 20, IsShrinkApproved = true }, null },
        { "agreeing to a shorter source is no word about the library", Fine with { LibraryNow = 10, IsShrinkApproved = true }, SafetyRule.LibraryShrank },
        { "what was agreed to shrink may take the target with it", Fine with { TargetAfter = 20, IsShrinkApproved = true }, null },
        { "the target keeps exactly 70 %", Fine with { TargetNow = 100, TargetAfter = 70 }, null },
        { "the server was set up from scratch", Fine with { IsServerRenewed = true }, SafetyRule.ServerRenewed },
        { "that is asked before anything else", Fine with { IsServerRenewed = true, SourceNow = 0, IsTargetGone = true }, SafetyRule.ServerRenewed },
        { "an empty source is asked about before a target that is gone", Fine with { SourceNow = 0, IsTargetGone = true }, SafetyRule.SourceEmpty },
        { "the target is gone", Fine with { TargetNow = 0, IsTargetGone = true }, SafetyRule.TargetGone },
        { "a first write has nothing to lose", Fine with { SourceBefore = 0, LibraryBefore = 0, TargetNow = 0, IsFirstWrite = true }, null },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_rules_hold_back_what_would_lose_a_playlist(string why, SafetyFacts facts, SafetyRule? expected)
    {
        var verdict = new SafetyRules(maxRemovalPercent: 30, minMatchPercent: 0).Judge(facts);

        Assert.True(expected == verdict?.Rule, $"{why}: {verdict?.Rule.ToString() ?? "nothing held back"}");
    }

    [Theory]
    [InlineData(true, 49, SafetyRule.TooFewMatched)]
    [InlineData(true, 50, null)]
    [InlineData(false, 49, null)]
    public void A_first_write_and_no_other_needs_the_share_that_the_configuration_asks_for(bool isFirstWrite, int matched, SafetyRule? expected)
    {
        var facts = Fine with { SourceBefore = 0, LibraryBefore = 0, TargetNow = 0, TargetAfter = matched, IsFirstWrite = isFirstWrite };

        Assert.Equal(expected, new SafetyRules(30, minMatchPercent: 50).Judge(facts)?.Rule);
    }

    [Theory]
    [InlineData(0, "'Road trip' is gone from gonic; somebody deleted it. Have it created again, or switch sync off.")]
    [InlineData(1, "'Road trip' is not in gonic under the id that it had. One playlist there could be it: pair with that one, have a new one created, or switch sync off.")]
    [InlineData(2, "'Road trip' is not in gonic under the id that it had. 2 playlists there could be it: pair with the right one, have a new one created, or switch sync off.")]
    public void A_target_that_is_gone_is_said_with_what_could_be_it(int candidates, string message)
        => Assert.Equal(message, new SafetyRules(30, 0).Judge(Fine with { IsTargetGone = true, Candidates = candidates, Server = new("gonic") })?.Why.Words);

    [Theory]
    [InlineData(100, 10, 0, false)]
    [InlineData(0, 10, 9, true)]
    [InlineData(0, 10, 10, false)]
    [InlineData(30, 10, 7, false)]
    [InlineData(30, 10, 6, true)]
    [InlineData(30, 9, 0, false)]
    [InlineData(30, 2_000_000_000, 1_399_999_999, true)]
    public void The_share_that_may_vanish_is_exact_at_both_ends_and_for_any_size(int percent, int before, int now, bool tooMuch)
        => Assert.Equal(tooMuch, new SafetyRules(percent, 0).ShrinksTooMuch(before, now));

    [Fact]
    public void The_message_says_what_was_seen_and_what_to_do()
    {
        var verdict = new SafetyRules(30, 0).Judge(Fine with { SourceBefore = 1_200, SourceNow = 300 });

        Assert.Equal("The source has 300 tracks where it had 1,200. Nothing was changed. Apply anyway if that is right.", verdict?.Why.Words);
    }
}
