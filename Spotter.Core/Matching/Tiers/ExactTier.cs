using Spotter.Core.Matching.Text;

namespace Spotter.Core.Matching.Tiers;

/// <summary>Songs whose title, artist and version are equal after normalising.</summary>
internal sealed class ExactTier : IMatchTier
{
    /// <inheritdoc/>
    public MatchTier Tier => MatchTier.Exact;

    /// <inheritdoc/>
    public TierFinding Find(MatchContext context)
        => new([.. context.Judge(context.Probes.SelectMany(context.Index.Exactly)).Where(IsExact)]);

    private static bool IsExact(Judgement judgement)
        => judgement is { PassesFloors: true, Relation: TitleRelation.Equal, Score.Artist: >= MatchScorer.SameArtist }
            and not { Version: VersionAgreement.Different };
}
