namespace Spotter.Core.Matching;

/// <summary>A judged song with the tier that brought it.</summary>
/// <param name="Tier">The tier.</param>
/// <param name="Judgement">What the scorer says of the song by itself.</param>
/// <param name="Recording">Which of the recordings in question it is: songs of one recording have one number.</param>
/// <param name="Confidence">The confidence beside the other recordings in question: of two that fit equally well, neither is likelier than the other.</param>
/// <param name="Weight">The same as it counts when one is chosen: less where a person must look at the song.</param>
internal sealed record RankedCandidate(MatchTier Tier, Judgement Judgement, int Recording, double Confidence, double Weight)
{
    public SongReading Song => Judgement.Song;

    public MatchScore Score => Judgement.Score with { Confidence = Confidence };
}
