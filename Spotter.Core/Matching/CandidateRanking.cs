namespace Spotter.Core.Matching;

/// <summary>The candidates of one question, each song once, by the first tier that brought it.</summary>
internal sealed class CandidateRanking(TrackReading track)
{
    private readonly Dictionary<string, RankedCandidate> _bySong = new(StringComparer.Ordinal);

    /// <summary>Which of several songs with the same recording to take.</summary>
    public RecordingChoice Preference { get; } = new(track);

    public void Add(MatchTier tier, IReadOnlyList<Judgement> judgements)
    {
        foreach (var judgement in judgements)
        {
            _bySong.TryAdd(judgement.Song.Song.Id, new(tier, judgement));
        }
    }

    /// <summary>Best first; where the figures are equal, by the rules for choosing, which end with the id.</summary>
    public IReadOnlyList<RankedCandidate> InOrder()
        => [.. _bySong.Values
            .OrderByDescending(candidate => Math.Round(candidate.Confidence, 9))
            .ThenByDescending(candidate => candidate.Judgement.MayBeAutomatic)
            .ThenBy(candidate => candidate.Song, Preference)];

    /// <summary>The candidates to show: those that reach the review threshold, the chosen one first.</summary>
    public IReadOnlyList<MatchCandidate> Best(MatchOptions options, RankedCandidate? chosen)
        => [.. InOrder()
            .Where(candidate => candidate == chosen || candidate.Confidence >= options.ReviewConfidence)
            .OrderByDescending(candidate => candidate == chosen)
            .Take(options.MaxCandidates)
            .Select(candidate => new MatchCandidate(candidate.Song.Song, candidate.Tier, candidate.Judgement.Score))];
}
