namespace Spotter.Core.Matching.Tiers;

/// <summary>What an identifier is worth: with title or length it is a match, against both it is a conflict. The floors do not bind here.</summary>
internal static class IdentifierEvidence
{
    // A right code and a right length outweigh a damaged title, and the other way round.
    private const double OnePartAgrees = 0.95;
    private const double TitleAgreesLengthUnknown = 0.98;

    public static TierFinding Weigh(IEnumerable<Judgement> judgements)
    {
        var weighed = judgements.Select(Weigh).ToList();
        return weighed.Count == 0 ? TierFinding.Nothing
            : weighed.Exists(judgement => judgement.MayBeAutomatic) ? new(weighed)
            : new(weighed, MatchReason.IdentifierConflict);
    }

    private static Judgement Weigh(Judgement judgement)
    {
        double? confidence = (judgement.TitleAgrees, judgement.Score.Duration) switch
        {
            (true, >= 1) => 1,
            (true, null) => TitleAgreesLengthUnknown,
            (true, _) or (false, >= 1) => OnePartAgrees,
            _ => null,
        };
        return judgement with
        {
            Score = judgement.Score with { Confidence = confidence ?? MatchScorer.ReviewCeiling },
            PassesFloors = true,
            MayBeAutomatic = confidence is not null,
        };
    }
}
