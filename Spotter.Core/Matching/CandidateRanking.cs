namespace Spotter.Core.Matching;

/// <summary>The candidates of one question, each song once, by the first tier that brought it.</summary>
internal sealed class CandidateRanking(TrackReading track)
{
    // Songs that are compared with each other for being one recording: what comes after so many better ones decides nothing.
    private const int MostCompared = 64;

    // A pin, or a code with everything else in its favour, is certain: odds beyond this change no figure that anyone sees.
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

    /// <summary>Best first; where the figures are equal, by the rules for choosing, which end with the id.</summary>
    public IReadOnlyList<RankedCandidate> InOrder()
    {
        var alone = _bySong.Values
            .OrderByDescending(candidate => Math.Round(candidate.Judgement.Score.Confidence, 9))
            .ThenByDescending(candidate => candidate.Judgement.MayBeAutomatic)
            .ThenBy(candidate => candidate.Judgement.Song, _preference)
            .ToArray();
        var recordings = Recordings([.. alone.Take(MostCompared).Select(candidate => candidate.Judgement)]);
        var odds = alone.Select(candidate => OddsOf(candidate.Judgement)).ToArray();
        var best = new double[alone.Length];
        for (var i = recordings.Length - 1; i >= 0; i--)
        {
            best[recordings[i]] = odds[i];
        }

        var all = best.Sum();
        return [.. alone
            .Select((candidate, i) => new RankedCandidate(candidate.Tier, candidate.Judgement, Recording(i), Share(i)))
            .OrderByDescending(candidate => Math.Round(candidate.Confidence, 9))
            .ThenByDescending(candidate => candidate.Judgement.MayBeAutomatic)
            .ThenBy(candidate => candidate.Song, _preference)];

        int Recording(int i) => i < recordings.Length ? recordings[i] : i;

        double Share(int i)
        {
            var rivals = all - best[Recording(i)];
            return rivals <= 0 ? alone[i].Judgement.Score.Confidence : odds[i] / (1 + odds[i] + rivals);
        }
    }

    /// <summary>Of several songs with one recording, the one to take.</summary>
    public RankedCandidate? Preferred(IEnumerable<RankedCandidate> sameRecording)
        => sameRecording.MinBy(candidate => candidate.Song, _preference);

    /// <summary>The candidates to show: those that are likely to be the song, in this recording or another; the chosen one first.</summary>
    public static IReadOnlyList<MatchCandidate> Best(IReadOnlyList<RankedCandidate> ranked, MatchOptions options, RankedCandidate? chosen)
        => [.. ranked
            .Where(candidate => candidate == chosen || candidate.Judgement.IsWorthShowing(options))
            .OrderByDescending(candidate => candidate == chosen)
            .Take(options.MaxCandidates)
            .Select(candidate => new MatchCandidate(candidate.Song.Song, candidate.Tier, candidate.Score))];

    // Each song joins the first better one that is the same recording.
    private static int[] Recordings(Judgement[] judgements)
    {
        var recordings = new int[judgements.Length];
        for (var i = 0; i < judgements.Length; i++)
        {
            recordings[i] = i;
            for (var first = 0; first < i; first++)
            {
                if (recordings[first] == first && RecordingChoice.IsSameRecording(judgements[first].Song, judgements[i].Song))
                {
                    recordings[i] = first;
                    break;
                }
            }
        }

        return recordings;
    }

    private static double OddsOf(Judgement judgement)
        => judgement.Score.Confidence is var sure && sure >= 1 ? MostOdds : Math.Min(MostOdds, sure / (1 - sure));
}
