namespace Spotter.Core.Matching.Tiers;

/// <summary>What an identifier is worth: with title or length it is a match, against both it is a conflict. The floors do not bind here.</summary>
internal static class IdentifierEvidence
{
    // A right code and a right length outweigh a damaged title, and the other way round.
    private const double LeastAgreed = 0.95;

    public static TierFinding Weigh(IEnumerable<Judgement> judgements)
    {
        var weighed = judgements.Select(Weigh).ToList();
        return weighed.Count == 0 ? TierFinding.Nothing
            : weighed.Exists(judgement => judgement.MayBeAutomatic) ? new(weighed)
            : new(weighed, MatchReason.IdentifierConflict);
    }

    private static Judgement Weigh(Judgement judgement)
    {
        var agrees = judgement.DurationAgrees || judgement.TitleAgrees;
        var evidence = judgement.Evidence + EvidenceWeights.Identifier;
        var confidence = agrees ? Math.Max(LeastAgreed, evidence.OfRecording) : evidence.OfRecording;
        return judgement with
        {
            Score = judgement.Score with { Confidence = confidence },
            Evidence = evidence,
            PassesFloors = true,
            Waits = agrees ? null : MatchReason.IdentifierConflict,
            MustBeShown = true,
        };
    }
}
