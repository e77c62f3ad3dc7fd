using Spotter.Core.Matching.Text;

namespace Spotter.Core.Matching.Tiers;

/// <summary>Songs that are close: another spelling, a subtitle more or less, Latin letters for others; and other versions, for review.</summary>
internal sealed class FuzzyTier : IMatchTier
{
    /// <inheritdoc/>
    public MatchTier Tier => MatchTier.Fuzzy;

    /// <inheritdoc/>
    public TierFinding Find(MatchContext context)
        => new([.. context.Judge(context.Probes.SelectMany(context.Index.Near).Where(song => HasLikeTitle(context, song))).Where(judgement => judgement.PassesFloors)]);

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
