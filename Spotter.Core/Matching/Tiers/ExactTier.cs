using Spotter.Core.Matching.Text;

namespace Spotter.Core.Matching.Tiers;

/// <summary>Songs whose title, artist and version are equal after normalising.</summary>
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

    // A title that is equal but for blanks or a number in front is another spelling.
    private static bool IsExact(Judgement judgement)
        => judgement.IsEntry || judgement is { PassesFloors: true, Relation: TitleRelation.Equal, Score: { Title: >= TitleComparison.SameKey, Artist: >= MatchScorer.SameArtist } }
            and not { Version: VersionAgreement.Different };
}
