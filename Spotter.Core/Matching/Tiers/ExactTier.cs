using Spotter.Core.Matching.Text;

namespace Spotter.Core.Matching.Tiers;

/// <summary>Songs whose title, artist and version are equal after normalising.</summary>
internal sealed class ExactTier : IMatchTier
{
    /// <inheritdoc/>
    public MatchTier Tier => MatchTier.Exact;

    /// <inheritdoc/>
    public TierFinding Find(MatchContext context)
        => new([.. context.Probes.SelectMany(probe => context.Judge(context.Index.Exactly(probe))).Where(IsExact)]);

    // A title that is equal but for blanks or a number in front is another spelling.
    private static bool IsExact(Judgement judgement)
        => judgement is { PassesFloors: true, Relation: TitleRelation.Equal, Score: { Title: >= TitleComparison.SameKey, Artist: >= MatchScorer.SameArtist } }
            and not { Version: VersionAgreement.Different };
}
