namespace Spotter.Core.Matching;

/// <summary>A judged song with the tier that found it.</summary>
/// <param name="Tier">The tier.</param>
/// <param name="Judgement">The scorer's judgement of the song alone.</param>
/// <param name="Recording">The number of its recording among the candidates: songs with one recording share it.</param>
/// <param name="Confidence">The confidence given the other recordings among the candidates: of two that fit equally well, neither is more
/// likely.</param>
/// <param name="Weight">The confidence for the choice: lower if the song needs review.</param>
internal sealed record RankedCandidate(MatchTier Tier, Judgement Judgement, int Recording, double Confidence, double Weight)
{
    public SongReading Song => Judgement.Song;

    public MatchScore Score => Judgement.Score with { Confidence = Confidence };
}
