using Spotter.Core.Facts;

namespace Spotter.Core.Targets;

/// <summary>Holds back a write that would lose a playlist. Pure: the same facts, the same verdict.</summary>
/// <param name="maxRemovalPercent">Percent that may vanish at once, 0 to 100.</param>
/// <param name="minMatchPercent">Percent that a first write must have matched; 0 switches the rule off.</param>
public sealed class SafetyRules(int maxRemovalPercent, int minMatchPercent)
{
    /// <summary>Below this many there is nothing that shares could protect.</summary>
    private const int ProtectedFrom = 10;

    /// <summary>The first rule that holds the write back, or null where it may go on.</summary>
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

    /// <summary>Whether the fall is more than the allowed share, where there was enough to protect.</summary>
    public bool ShrinksTooMuch(int before, int now)
        => before >= ProtectedFrom && 100L * now < (100L - maxRemovalPercent) * before;
}
