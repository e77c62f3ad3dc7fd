namespace Spotter.Core.Matching;

/// <summary>A judged song with the tier that brought it.</summary>
internal sealed record RankedCandidate(MatchTier Tier, Judgement Judgement)
{
    public SongReading Song => Judgement.Song;

    public double Confidence => Judgement.Score.Confidence;
}
