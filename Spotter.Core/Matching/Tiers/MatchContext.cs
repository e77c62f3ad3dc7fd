using Spotter.Core.Matching.Indexing;

namespace Spotter.Core.Matching.Tiers;

/// <summary>One query as the tiers see it: the parsed track, the library, and the user's decisions.</summary>
internal sealed class MatchContext(LibraryIndex index, MatchQuery query, MatchAllowances allows)
{
    private readonly SongReading[] _rejected =
        [.. query.Decisions.Where(decision => decision is { Kind: PinKind.Rejection, Song: not null }).Select(decision => SongReading.Of(decision.Song!))];

    private readonly List<Judgement> _judged = [];
    private readonly List<SongReading> _passedOver = [];
    private SongProbe[]? _probes;

    public LibraryIndex Index { get; } = index;

    public MatchQuery Query { get; } = query;

    public TrackReading Track { get; } = TrackReading.Of(query.Track, allows);

    /// <summary>The searches, one for each way to read the track.</summary>
    public IReadOnlyList<SongProbe> Probes => _probes ??= [.. Ways.Select(way => new SongProbe(Track, way))];

    /// <summary>Every way to read the track, the plain one first.</summary>
    public IReadOnlyList<TitleReading> Ways => Track.Ways;

    /// <summary>The judgements of these songs, without songs that the user rejected.</summary>
    /// <param name="songs">The songs. Each is judged only once per query.</param>
    /// <param name="isWorthIt">Which songs need a judgement at all. Null for all.</param>
    public List<Judgement> Judge(IReadOnlyList<SongReading> songs, Predicate<SongReading>? isWorthIt = null)
    {
        var judgements = new List<Judgement>(songs.Count);
        for (var i = 0; i < songs.Count; i++)
        {
            if ((FindJudged(songs[i]) ?? JudgeNow(songs[i], isWorthIt)) is { } judgement)
            {
                judgements.Add(judgement);
            }
        }

        return judgements;
    }

    private Judgement? FindJudged(SongReading song)
    {
        foreach (var known in _judged)
        {
            if (known.Song.IsSameAs(song))
            {
                return known;
            }
        }

        return null;
    }

    private Judgement? JudgeNow(SongReading song, Predicate<SongReading>? isWorthIt)
    {
        if (_passedOver.Contains(song))
        {
            return null;
        }

        if ((isWorthIt is not null && !isWorthIt(song)) || Array.Exists(_rejected, rejected => SongIdentity.IsRejected(rejected, song)))
        {
            _passedOver.Add(song);
            return null;
        }

        var judgement = MatchScorer.Judge(Track, song);
        _judged.Add(judgement);
        return judgement;
    }
}
