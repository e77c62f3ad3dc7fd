using Spotter.Core.Matching.Text;

namespace Spotter.Core.Matching.Tiers;

/// <summary>Songs that are close: another spelling, a subtitle more or less, Latin letters for others; and other versions, for review.</summary>
internal sealed class FuzzyTier : IMatchTier
{
    /// <inheritdoc/>
    public MatchTier Tier => MatchTier.Fuzzy;

    /// <inheritdoc/>
    public TierFinding Find(MatchContext context)
    {
        // Most artists are written as in the library: only where that leads nowhere are misspelt names looked for.
        var finding = Find(context, withAlikeNames: false);
        return finding.Judgements.Any(judgement => judgement.MayBeAutomatic) ? finding : Find(context, withAlikeNames: true);
    }

    private static TierFinding Find(MatchContext context, bool withAlikeNames)
    {
        var judgements = new List<Judgement>();
        foreach (var probe in context.Probes)
        {
            judgements.AddRange(context.Judge(context.Index.Near(probe, withAlikeNames), song => HasLikeTitle(context, song)).Where(judgement => judgement.PassesFloors));
        }

        return new(judgements);
    }

    // Most of what an artist has recorded is another song: no need to judge it in full.
    private static bool HasLikeTitle(MatchContext context, SongReading song)
    {
        foreach (var (title, _) in context.Ways)
        {
            if (TitleComparison.Compare(title, song.Title).Relation != TitleRelation.Different)
            {
                return true;
            }
        }

        return false;
    }
}
