using Spotter.Core.Matching.Indexing;
using Spotter.Core.Matching.Text;

namespace Spotter.Core.Matching.Tiers;

/// <summary>One question as the tiers see it: the track, taken apart, the library, and what the user decided.</summary>
internal sealed class MatchContext(LibraryIndex index, MatchQuery query)
{
    private readonly SongReading[] _rejected =
        [.. query.Decisions.Where(decision => decision is { Kind: PinKind.Rejection, Song: not null }).Select(decision => SongReading.Of(decision.Song!))];

    private SongProbe[]? _probes;

    public LibraryIndex Index { get; } = index;

    public MatchQuery Query { get; } = query;

    public TrackReading Track { get; } = TrackReading.Of(query.Track);

    /// <summary>What to look for, for each way to read the track.</summary>
    public IReadOnlyList<SongProbe> Probes => _probes ??= [.. Ways.Select(way => new SongProbe(Track, way.Title, way.Artists))];

    /// <summary>Every way to read the track, the plain one first.</summary>
    public IReadOnlyList<(ParsedTitle Title, ArtistCredits Artists)> Ways => Track.Ways;

    /// <summary>The judgements on these songs, each once, without what the user rejected.</summary>
    public IEnumerable<Judgement> Judge(IEnumerable<SongReading> songs)
    {
        var seen = new List<SongReading>();
        foreach (var song in songs)
        {
            if (seen.Exists(song.IsSameAs))
            {
                continue;
            }

            seen.Add(song);
            if (!_rejected.Any(rejected => SongIdentity.IsRejected(rejected, song)))
            {
                yield return MatchScorer.Judge(Track, song);
            }
        }
    }
}
