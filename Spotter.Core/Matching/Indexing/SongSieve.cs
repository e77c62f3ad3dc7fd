namespace Spotter.Core.Matching.Indexing;

/// <summary>
/// Collects the songs found for one query, each once, and keeps a limited number: the nearest by what is cheap to compare (title, letters,
/// exact text, exact credit, album, length), in an order that does not depend on the library's.
/// </summary>
internal struct SongSieve(SongProbe probe)
{
    /// <summary>No query needs more: the right song is far ahead of the thirty-second.</summary>
    public const int Most = 32;

    private List<(IndexPart Part, int Number)>? _found;
    private IndexPart? _part;
    private RemovedSongs _removed = RemovedSongs.None;

    /// <summary>The number of songs added.</summary>
    public readonly int Count => _found?.Count ?? 0;

    /// <summary>Sets the table of the songs that are added next.</summary>
    public void Enter(IndexPart part, RemovedSongs removed)
    {
        _part = part;
        _removed = removed;
    }

    /// <summary>Adds a song unless it was removed from the library.</summary>
    public void Add(int number)
    {
        if (!_removed.Contains(number))
        {
            (_found ??= []).Add((_part!, number));
        }
    }

    /// <summary>The songs to judge.</summary>
    /// <param name="known">Songs from an earlier call, whose parsed parts are reused.</param>
    public readonly List<SongReading> Take(IReadOnlyList<SongReading> known)
    {
        if (_found is null)
        {
            return [];
        }

        var songs = new List<SongReading>(Math.Min(_found.Count, Most));
        foreach (var (part, number) in _found.Count > Most ? Nearest() : _found)
        {
            if (Find(songs, part, number) is null)
            {
                songs.Add(Find(known, part, number) ?? new SongReading(part, number));
            }
        }

        return songs;
    }

    private static SongReading? Find(IReadOnlyList<SongReading> songs, IndexPart part, int number)
    {
        for (var i = 0; i < songs.Count; i++)
        {
            if (songs[i].IsAt(part, number))
            {
                return songs[i];
            }
        }

        return null;
    }

    private readonly List<(IndexPart Part, int Number)> Nearest()
    {
        var best = new List<(IndexPart Part, int Number)>(Most + 1);
        Span<ulong> ranks = stackalloc ulong[Most + 1];
        foreach (var (part, number) in _found!)
        {
            var rank = RankOf(part, number);
            if (best.Count == Most && rank >= ranks[Most - 1])
            {
                continue;
            }

            var at = ranks[..best.Count].BinarySearch(rank);
            if (at >= 0 && best[at] == (part, number))
            {
                continue;
            }

            at = at < 0 ? ~at : at;
            ranks[at..best.Count].CopyTo(ranks[(at + 1)..]);
            ranks[at] = rank;
            best.Insert(at, (part, number));
            if (best.Count > Most)
            {
                best.RemoveAt(Most);
            }
        }

        return best;
    }

    private readonly ulong RankOf(IndexPart part, int number)
    {
        var title = part.HasTitle(probe, number) ? 0UL : 1;
        var letters = (ulong)Math.Min(part.LettersApart(probe, number), 0xFFF);
        var album = part.IsOnAlbum(probe.AlbumHash, number) ? 0UL : 1;
        var apart = MatchScorer.DurationDifference(probe.DurationMs, part.Table.DurationOf(number)) is { } difference ? Math.Min(Math.Abs((long)difference) / 1000, 0xFFFF) : 0xFFFF;
        var text = part.Reads(probe.TitleText, number) ? 0UL : 1;
        var credit = part.IsCredited(probe.CreditText, number) ? 0UL : 1;
        return (title << 63) | (letters << 51) | (text << 50) | (credit << 49) | (album << 48) | ((ulong)apart << 32) | part.IdHash(number);
    }
}
