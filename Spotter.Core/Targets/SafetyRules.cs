using Spotter.Core.Facts;

namespace Spotter.Core.Targets;

/// <summary>Holds back a write that would lose a playlist. Pure: the same facts give the same verdict.</summary>
/// <param name="maxRemovalPercent">The percentage that may disappear at once, 0 to 100.</param>
/// <param name="minMatchPercent">The percentage that must be matched for a first write. 0 switches the rule off.</param>
public sealed class SafetyRules(int maxRemovalPercent, int minMatchPercent)
{
    /// <summary>With fewer than this there is nothing that a percentage could protect.</summary>
    private const int ProtectedFrom = 10;

    /// <summary>The first rule that holds the write back, or null if it may continue.</summary>
    public SafetyVerdict? Judge(SafetyFacts facts)
    {
        if (facts.IsServerRenewed)
        {
            return new(SafetyRule.ServerRenewed, new Fact.ServerIsNew(facts.Name, facts.Server));
        }

        if (facts.SourceNow == 0)
        {
            return new(SafetyRule.SourceEmpty, new Fact.SourceEmpty(facts.Name));
        }

        if (facts.IsTargetGone)
        {
            return new(SafetyRule.TargetGone, new Fact.TargetGone(facts.Name, facts.Server, facts.Candidates));
        }

        if (!facts.IsShrinkApproved && ShrinksTooMuch(facts.SourceBefore, facts.SourceNow))
        {
            return new(SafetyRule.SourceShrank, new Fact.SourceShrank(facts.SourceBefore, facts.SourceNow));
        }

        if (ShrinksTooMuch(facts.LibraryBefore, facts.LibraryNow))
        {
            return new(SafetyRule.LibraryShrank, new Fact.LibraryShrank(facts.LibraryBefore, facts.LibraryNow));
        }

        if (!facts.IsShrinkApproved && ShrinksTooMuch(facts.TargetNow, facts.TargetAfter))
        {
            return new(SafetyRule.TargetWouldShrink, new Fact.TargetWouldShrink(facts.Name, facts.TargetNow, facts.TargetAfter));
        }

        if (facts.IsFirstWrite && 100L * facts.TargetAfter < (long)minMatchPercent * facts.SourceNow)
        {
            return new(SafetyRule.TooFewMatched, new Fact.TooFewMatched(facts.TargetAfter, facts.SourceNow, minMatchPercent));
        }

        return null;
    }

    /// <summary>Whether more than the allowed percentage disappears, if there was enough to protect.</summary>
    public bool ShrinksTooMuch(int before, int now)
        => before >= ProtectedFrom && 100L * now < (100L - maxRemovalPercent) * before;
}
