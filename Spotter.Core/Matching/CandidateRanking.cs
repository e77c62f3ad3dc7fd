namespace Spotter.Core.Matching;

/// <summary>The candidates for one query, each song once, under the first tier that found it.</summary>
internal sealed class CandidateRanking(TrackReading track)
{
    // How many songs are compared with each other for being one recording. Songs ranked below that many better ones do not change the
    // result.
    private const int MostCompared = 64;

    // The odds of a pin, or of a code with everything else in its favour. Higher odds change no displayed number.
    private const double MostOdds = 1e9;

    private readonly Dictionary<string, (MatchTier Tier, Judgement Judgement)> _bySong = new(StringComparer.Ordinal);
    private readonly RecordingChoice _preference = new(track);

    public void Add(MatchTier tier, IReadOnlyList<Judgement> judgements)
    {
        foreach (var judgement in judgements)
        {
            _bySong.TryAdd(judgement.Song.Id, (tier, judgement));
        }
    }

    /// <summary>The candidates, best first. Equal ones are ordered by the rules of choice, the last of which is the id.</summary>
    public IReadOnlyList<RankedCandidate> InOrder()
    {
        var alone = new (MatchTier Tier, Judgement Judgement)[_bySong.Count];
        _bySong.Values.CopyTo(alone, 0);
        Array.Sort(alone, (a, b) => Compare(a.Judgement, a.Judgement.Weight, b.Judgement, b.Judgement.Weight));
        var recordings = Recordings(alone);
        var best = new double[alone.Length];
        for (var i = Math.Min(alone.Length, MostCompared) - 1; i >= 0; i--)
        {
            best[recordings[i]] = OddsOf(alone[i].Judgement.Weight);
        }

        var all = best.Sum();
        var ranked = new RankedCandidate[alone.Length];
        for (var i = 0; i < ranked.Length; i++)
        {
            var rivals = all - best[recordings[i]];
            var judgement = alone[i].Judgement;
            ranked[i] = new(alone[i].Tier, judgement, recordings[i], Among(judgement.Score.Confidence, rivals), Among(judgement.Weight, rivals));
        }

        Array.Sort(ranked, (a, b) => Compare(a.Judgement, a.Weight, b.Judgement, b.Weight));
        return ranked;
    }

    /// <summary>The song to take from several songs with one recording.</summary>
    public RankedCandidate? Preferred(IEnumerable<RankedCandidate> sameRecording)
        => sameRecording.MinBy(candidate => candidate.Song, _preference);

    /// <summary>The candidates to show: those that are likely to be the song, in this recording or another. The chosen one comes
    /// first.</summary>
    public static IReadOnlyList<MatchCandidate> Best(IReadOnlyList<RankedCandidate> ranked, MatchOptions options, RankedCandidate? chosen)
        => [.. ranked
            .Where(candidate => candidate == chosen || candidate.Judgement.IsWorthShowing(options))
            .OrderByDescending(candidate => candidate == chosen)
            .Take(options.MaxCandidates)
            .Select(candidate => new MatchCandidate(candidate.Song.Song, candidate.Tier, candidate.Score) { Waits = candidate.Judgement.Waits })];

    // Each song joins the first better song that is the same recording.
    private static int[] Recordings((MatchTier Tier, Judgement Judgement)[] alone)
    {
        var recordings = new int[alone.Length];
        for (var i = 0; i < alone.Length; i++)
        {
            recordings[i] = i;
            for (var first = 0; first < i && i < MostCompared; first++)
            {
                if (recordings[first] == first && RecordingChoice.IsSameRecording(alone[first].Judgement.Song, alone[i].Judgement.Song))
                {
                    recordings[i] = first;
                    break;
                }
            }
        }

        return recordings;
    }

    // Numbers are compared to nine decimal places: equal ones may differ in the last bit.
    private int Compare(Judgement a, double aConfidence, Judgement b, double bConfidence)
    {
        var order = Math.Round(bConfidence, 9).CompareTo(Math.Round(aConfidence, 9));
        order = order != 0 ? order : b.MayBeAutomatic.CompareTo(a.MayBeAutomatic);
        return order != 0 ? order : _preference.Compare(a.Song, b.Song);
    }

    private static double Among(double alone, double rivals)
        => rivals <= 0 ? alone : OddsOf(alone) is var odds ? odds / (1 + odds + rivals) : 0;

    private static double OddsOf(double sure) => sure >= 1 ? MostOdds : Math.Min(MostOdds, sure / (1 - sure));
}
