using System.Globalization;

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
            return new(SafetyRule.ServerRenewed,
                $"{facts.Server.AtStart} was set up from scratch. Nothing is written to it by itself until you say on the playlists page what becomes of your playlists, or here what becomes of '{facts.Name}'.");
        }

        if (facts.SourceNow == 0)
        {
            return new(SafetyRule.SourceEmpty,
                $"The source of '{facts.Name}' came back empty. Nothing was changed. Look at the source, or apply anyway to empty the playlist.");
        }

        if (facts.IsTargetGone)
        {
            return new(SafetyRule.TargetGone, facts.Candidates switch
            {
                0 => $"'{facts.Name}' is gone from {facts.Server}; somebody deleted it. Have it created again, or switch sync off.",
                1 => $"'{facts.Name}' is not {facts.Server.Place} under the id that it had. One playlist there could be it: pair with that one, have a new one created, or switch sync off.",
                var several => $"'{facts.Name}' is not {facts.Server.Place} under the id that it had. {several} playlists there could be it: pair with the right one, have a new one created, or switch sync off.",
            });
        }

        if (!facts.IsShrinkApproved && ShrinksTooMuch(facts.SourceBefore, facts.SourceNow))
        {
            return new(SafetyRule.SourceShrank,
                $"The source has {N(facts.SourceNow)} tracks where it had {N(facts.SourceBefore)}. Nothing was changed. Apply anyway if that is right.");
        }

        if (ShrinksTooMuch(facts.LibraryBefore, facts.LibraryNow))
        {
            return new(SafetyRule.LibraryShrank,
                $"Your library has {N(facts.LibraryNow)} songs where it had {N(facts.LibraryBefore)}; a drive may be missing. Nothing was changed. Apply anyway if that is right.");
        }

        if (!facts.IsShrinkApproved && ShrinksTooMuch(facts.TargetNow, facts.TargetAfter))
        {
            return new(SafetyRule.TargetWouldShrink,
                $"'{facts.Name}' would shrink from {N(facts.TargetNow)} songs to {N(facts.TargetAfter)}. Nothing was changed. Apply anyway if that is right.");
        }

        if (facts.IsFirstWrite && 100L * facts.TargetAfter < (long)minMatchPercent * facts.SourceNow)
        {
            return new(SafetyRule.TooFewMatched,
                $"Only {N(facts.TargetAfter)} of {N(facts.SourceNow)} tracks were matched, less than the {minMatchPercent} % that this installation asks of a first write. Apply anyway to write them.");
        }

        return null;
    }

    /// <summary>Whether the fall is more than the allowed share, where there was enough to protect.</summary>
    public bool ShrinksTooMuch(int before, int now)
        => before >= ProtectedFrom && 100L * now < (100L - maxRemovalPercent) * before;

    private static string N(int number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
