using Spotter.Core.Matching.Text;
using Spotter.Core.Tracks;

namespace Spotter.Core.Matching;

/// <summary>Search as one types: words and beginnings of words in title, artists and album.</summary>
internal sealed class SongSearch
{
    private readonly SongReading[] _readings;
    private readonly string[] _words;
    private readonly Postings<string> _songs;

    private SongSearch(SongReading[] readings, string[] words, Postings<string> songs)
    {
        _readings = readings;
        _words = words;
        _songs = songs;
    }

    public static SongSearch Build(SongReading[] readings)
    {
        var songs = new Postings<string>.Builder(StringComparer.Ordinal);
        for (var i = 0; i < readings.Length; i++)
        {
            foreach (var (word, _) in WordsOf(readings[i]))
            {
                songs.Add(word, i);
            }
        }

        var built = songs.Build();
        var words = built.Keys.ToArray();
        Array.Sort(words, StringComparer.Ordinal);
        return new(readings, words, built);
    }

    public IReadOnlyList<Song> Find(string text, int limit)
    {
        var wanted = TextNormalizer.Words(TextNormalizer.Key(text)).Distinct(StringComparer.Ordinal).Take(12).ToArray();
        if (wanted.Length == 0 || limit <= 0)
        {
            return [];
        }

        var hits = new byte[_readings.Length];
        var seen = new int[_readings.Length];
        for (var w = 0; w < wanted.Length; w++)
        {
            foreach (var word in WordsBeginningWith(wanted[w]))
            {
                foreach (var song in _songs[word])
                {
                    if (seen[song] != w + 1)
                    {
                        seen[song] = w + 1;
                        hits[song]++;
                    }
                }
            }
        }

        var most = hits.Length == 0 ? 0 : hits.Max();
        return most * 2 < wanted.Length || most == 0
            ? []
            : [.. Enumerable.Range(0, hits.Length)
                .Where(i => hits[i] == most)
                .Select(i => (_readings[i].Song, Rank: Rank(_readings[i], wanted)))
                .OrderByDescending(hit => hit.Rank)
                .ThenBy(hit => hit.Song.Title.Length)
                .ThenBy(hit => hit.Song.Id, StringComparer.Ordinal)
                .Take(limit)
                .Select(hit => hit.Song)];
    }

    private ReadOnlySpan<string> WordsBeginningWith(string prefix)
    {
        var from = LowerBound(prefix);
        var to = from;
        while (to < _words.Length && _words[to].StartsWith(prefix, StringComparison.Ordinal))
        {
            to++;
        }

        return _words.AsSpan(from, to - from);
    }

    private int LowerBound(string prefix)
    {
        var at = Array.BinarySearch(_words, prefix, StringComparer.Ordinal);
        return at < 0 ? ~at : at;
    }

    // A title word weighs more than an artist's, an artist's more than an album's; a whole word more than a beginning.
    private static int Rank(SongReading reading, string[] wanted)
    {
        var rank = reading.Song.IsStarred ? 1 : 0;
        foreach (var want in wanted)
        {
            var best = 0;
            foreach (var (word, weight) in WordsOf(reading))
            {
                if (word.StartsWith(want, StringComparison.Ordinal))
                {
                    best = Math.Max(best, word.Length == want.Length ? (weight * 2) + 4 : (weight * 2));
                }
            }

            rank += best * 2;
        }

        var title = string.Join(' ', wanted);
        return rank + (reading.Title.Key == title ? 40 : reading.Title.Key.StartsWith(title, StringComparison.Ordinal) ? 12 : 0);
    }

    private static IEnumerable<(string Word, int Weight)> WordsOf(SongReading reading)
    {
        foreach (var word in TextNormalizer.Words(TextNormalizer.Key(reading.Song.Title)))
        {
            yield return (word, 5);
        }

        foreach (var word in TextNormalizer.Words(reading.Title.LatinKey ?? ""))
        {
            yield return (word, 5);
        }

        foreach (var name in reading.Artists.Names)
        {
            foreach (var word in name.Part == ArtistNamePart.Whole ? TextNormalizer.Words(name.Key) : [])
            {
                yield return (word, 4);
            }

            foreach (var word in TextNormalizer.Words(name.LatinKey ?? ""))
            {
                yield return (word, 4);
            }
        }

        foreach (var word in TextNormalizer.Words(reading.Album?.Key ?? ""))
        {
            yield return (word, 2);
        }
    }
}
