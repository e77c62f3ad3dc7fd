using Spotter.Core.Matching.Indexing;
using Spotter.Core.Matching.Text;

namespace Spotter.Core.Matching.Tiers;

/// <summary>One question as the tiers see it: the track, taken apart, the library, and what the user decided.</summary>
internal sealed class MatchContext(LibraryIndex index, MatchQuery query)
{
    private readonly SongReading[] _rejected =
        [.. query.Decisions.Where(decision => decision is { Kind: PinKind.Rejection, Song: not null }).Select(decision => SongReading.Of(decision.Song!))];

    private readonly List<Judgement> _judged = [];
    private SongProbe[]? _probes;

    public LibraryIndex Index { get; } = index;

    public MatchQuery Query { get; } = query;

    public TrackReading Track { get; } = TrackReading.Of(query.Track);

    /// <summary>What to look for, for each way to read the track.</summary>
    public IReadOnlyList<SongProbe> Probes => _probes ??= [.. Ways.Select(way => new SongProbe(Track, way.Title, way.Artists))];

    /// <summary>Every way to read the track, the plain one first.</summary>
    public IReadOnlyList<(ParsedTitle Title, ArtistCredits Artists)> Ways => Track.Ways;

    /// <summary>The judgements on these songs, without what the user rejected.</summary>
    /// <param name="songs">The songs; each is judged once, whoever asks.</param>
    /// <param name="isWorthIt">What need not be judged at all; null where everything is.</param>
    public List<Judgement> Judge(IReadOnlyList<SongReading> songs, Predicate<SongReading>? isWorthIt = null)
    {
        var judgements = new List<Judgement>(songs.Count);
        foreach (var song in songs)
        {
            var judged = _judged.Find(known => known.Song.IsSameAs(song));
            if (judged is null && (isWorthIt is null || isWorthIt(song)) && !Array.Exists(_rejected, rejected => SongIdentity.IsRejected(rejected, song)))
            {
                judged = MatchScorer.Judge(Track, song);
                _judged.Add(judged);
            }

            if (judged is not null)
            {
                judgements.Add(judged);
            }
        }

        return judgements;
    }
}
