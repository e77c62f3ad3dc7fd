namespace Spotter.Core.Matching.Tiers;

/// <summary>Weighs an identifier: it is a match if title or length agrees, and a conflict if neither does. The floors do not apply
/// here.</summary>
internal static class IdentifierEvidence
{
    // A right code with a right length outweighs a damaged title, and with a right title a wrong length.
    private const double LeastAgreed = 0.95;

    /// <summary>Weighs the songs that an identifier found.</summary>
    /// <param name="judgements">The songs.</param>
    /// <param name="isAllThatIsKnown">Whether the track has only the identifier, so that nothing can contradict it.</param>
    public static TierFinding Weigh(IEnumerable<Judgement> judgements, bool isAllThatIsKnown = false)
    {
        var weighed = judgements.Select(judgement => Weigh(judgement, isAllThatIsKnown)).ToList();
        return weighed.Count == 0 ? TierFinding.Nothing
            : weighed.Exists(judgement => judgement.MayBeAutomatic) ? new(weighed)
            : new(weighed, MatchReason.IdentifierConflict);
    }

    private static Judgement Weigh(Judgement judgement, bool isAllThatIsKnown)
    {
        var agrees = isAllThatIsKnown || judgement.DurationAgrees || judgement.TitleAgrees;
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
