using Spotter.Core.Matching.Text;

namespace Spotter.Core.Matching.Tiers;

/// <summary>Finds songs whose title, artist and version are equal after normalising.</summary>
internal sealed class ExactTier : IMatchTier
{
    /// <inheritdoc/>
    public MatchTier Tier => MatchTier.Exact;

    /// <inheritdoc/>
    public TierFinding Find(MatchContext context)
    {
        var judgements = new List<Judgement>();
        foreach (var probe in context.Probes)
        {
            foreach (var judgement in context.Judge(context.Index.Exactly(probe)))
            {
                if (IsExact(judgement))
                {
                    judgements.Add(judgement);
                }
            }
        }

        return new(judgements);
    }

    // A title that is equal except for blanks, or for a number before it, is a different spelling.
    private static bool IsExact(Judgement judgement)
        => judgement.IsEntry || judgement is { PassesFloors: true, Relation: TitleRelation.Equal, Score: { Title: >= TitleComparison.SameKey, Artist: >= MatchScorer.SameArtist } }
            and not { Version: VersionAgreement.Different };
}
