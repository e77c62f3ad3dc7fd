using Spotter.Core.Matching.Indexing;
using Spotter.Core.Matching.Text;
using Spotter.Core.Tracks;

namespace Spotter.Core.Matching;

/// <summary>Search while typing: words and beginnings of words in title, artists and album.</summary>
internal sealed class SongSearch(LibraryIndex index)
{
    private const int MostWords = 12;
    private const int BestOfEach = 4;

    private readonly (PartSearch Search, RemovedSongs Removed)[] _parts =
        [.. index.Walk().Select(part => (new PartSearch(part.Part.Table), part.Removed))];

    public IReadOnlyList<Song> Find(string text, int limit)
    {
        var wanted = TextNormalizer.Words(TextNormalizer.Key(text)).Distinct(StringComparer.Ordinal).Take(MostWords).ToArray();
        if (wanted.Length == 0 || limit <= 0)
        {
            return [];
        }

        var found = _parts.Select(part => part.Search.Rank(wanted, part.Removed)).ToArray();
        var most = found.Max(ranks => ranks.MostWords);
        if (most * 2 < wanted.Length || most == 0)
        {
            return [];
        }

        // Ranking steps that need the text are done only for the best songs.
        var title = string.Join(' ', wanted);
        return [.. _parts.SelectMany((part, i) => part.Search.Best(found[i], most, limit * BestOfEach))
            .Order()
            .Take(limit * BestOfEach)
            .Select(hit => (Song: hit.Part[hit.Number], Rank: hit.Rank * 2))
            .Select(hit => (hit.Song, Rank: hit.Rank + Bonus(hit.Song, title)))
            .OrderByDescending(hit => hit.Rank)
            .ThenBy(hit => hit.Song.Title.Length)
            .ThenBy(hit => hit.Song.Id, StringComparer.Ordinal)
            .Take(limit)
            .Select(hit => hit.Song)];
    }

    private static int Bonus(Song song, string wanted)
    {
        var key = TitleParser.Parse(song.Title).Key;
        return (song.IsStarred ? 1 : 0) + (key == wanted ? 40 : key.StartsWith(wanted, StringComparison.Ordinal) ? 12 : 0);
    }
}
