using System.Runtime.InteropServices;
using Spotter.Core.Matching.Text;

namespace Spotter.Core.Matching.Indexing;

/// <summary>The words of one table. Words of titles lead to songs; words of artists and albums lead to credits and albums, and through them
/// to songs.</summary>
internal sealed class PartSearch
{
    private readonly SongTable _table;
    private readonly string[] _words;
    private readonly Grouping _titles;
    private readonly Grouping _credits;
    private readonly Grouping _albumArtists;
    private readonly Grouping _albums;
    private readonly Grouping _songsOfCredit;
    private readonly Grouping _songsOfAlbum;

    public PartSearch(SongTable table)
    {
        _table = table;
        var vocabulary = new Dictionary<string, int>(StringComparer.Ordinal);
        var titles = Collect(vocabulary, table.Titles);
        var credits = Collect(vocabulary, table.ArtistLines, table.ArtistLists);
        var albumArtists = Collect(vocabulary, table.AlbumArtists);
        var albums = Collect(vocabulary, table.AlbumNames);

        // Sorted, so that words with the same beginning are adjacent.
        _words = [.. vocabulary.Keys];
        Array.Sort(_words, StringComparer.Ordinal);
        var places = new int[_words.Length];
        for (var place = 0; place < _words.Length; place++)
        {
            places[vocabulary[_words[place]]] = place;
        }

        _titles = titles.Group(places);
        _credits = credits.Group(places);
        _albumArtists = albumArtists.Group(places);
        _albums = albums.Group(places);
        _songsOfCredit = Grouping.Of(table.Credits, table.ArtistLines.Count);
        _songsOfAlbum = Grouping.Of(table.Albums, table.AlbumNames.Count);
    }

    /// <summary>How many of the words each song contains, and how well. A title word weighs more than an artist's, an artist's more than an
    /// album's, and a whole word more than its beginning.</summary>
    public SearchRanks Rank(string[] wanted, RemovedSongs removed)
    {
        var ranks = new SearchRanks(_table.Count, removed);
        for (var w = 0; w < wanted.Length; w++)
        {
            var (from, to) = WordsBeginningWith(wanted[w]);
            var whole = from < to && _words[from].Length == wanted[w].Length ? from + 1 : from;

            // In order of weight, since a song counts each word only once.
            ranks.Next();
            MarkSongs(ranks, _titles, from, whole, 14);
            MarkThrough(ranks, _credits, _songsOfCredit, from, whole, 12);
            MarkThrough(ranks, _albumArtists, _songsOfAlbum, from, whole, 12);
            MarkSongs(ranks, _titles, whole, to, 10);
            MarkThrough(ranks, _credits, _songsOfCredit, whole, to, 8);
            MarkThrough(ranks, _albumArtists, _songsOfAlbum, whole, to, 8);
            MarkThrough(ranks, _albums, _songsOfAlbum, from, whole, 8);
            MarkThrough(ranks, _albums, _songsOfAlbum, whole, to, 4);
        }

        return ranks;
    }

    /// <summary>The best songs with this many words.</summary>
    public IEnumerable<SearchHit> Best(SearchRanks ranks, int words, int limit)
        => ranks.With(words)
            .Select(hit => new SearchHit(_table, hit.Song, hit.Rank, _table.Titles[hit.Song].Length, TextHash.Of(_table.Ids[hit.Song])))
            .Order()
            .Take(limit);

    private static void MarkSongs(SearchRanks ranks, Grouping songs, int from, int to, int weight)
    {
        for (var word = from; word < to; word++)
        {
            foreach (var song in songs[word])
            {
                ranks.Mark(song, weight);
            }
        }
    }

    private static void MarkThrough(SearchRanks ranks, Grouping groups, Grouping songsOf, int from, int to, int weight)
    {
        for (var word = from; word < to; word++)
        {
            foreach (var group in groups[word])
            {
                foreach (var song in songsOf[group])
                {
                    ranks.Mark(song, weight);
                }
            }
        }
    }

    private static WordList Collect(Dictionary<string, int> vocabulary, params TextColumn[] columns)
    {
        var lookup = vocabulary.GetAlternateLookup<ReadOnlySpan<char>>();
        var list = new WordList();
        for (var i = 0; i < columns[0].Count; i++)
        {
            foreach (var column in columns)
            {
                var text = column.TextOf(i).Replace(SongTable.ListSeparator, ' ');
                Add(TextNormalizer.Key(text), i);
                Add(Transliteration.LatinKey(text), i);
            }
        }

        return list;

        void Add(ReadOnlySpan<char> key, int member)
        {
            foreach (var range in key.Split(' '))
            {
                var word = key[range];
                if (word.IsEmpty)
                {
                    continue;
                }

                if (!lookup.TryGetValue(word, out var number))
                {
                    number = vocabulary.Count;
                    vocabulary.Add(word.ToString(), number);
                }

                list.Add(number, member);
            }
        }
    }

    private (int From, int To) WordsBeginningWith(string prefix)
    {
        var from = Array.BinarySearch(_words, prefix, StringComparer.Ordinal);
        from = from < 0 ? ~from : from;
        var to = from;
        while (to < _words.Length && _words[to].StartsWith(prefix, StringComparison.Ordinal))
        {
            to++;
        }

        return (from, to);
    }

    private sealed class WordList
    {
        private readonly List<int> _words = [];
        private readonly List<int> _members = [];

        public void Add(int word, int member)
        {
            _words.Add(word);
            _members.Add(member);
        }

        public Grouping Group(int[] places)
        {
            var words = CollectionsMarshal.AsSpan(_words);
            foreach (ref var word in words)
            {
                word = places[word];
            }

            return Grouping.Of(words, CollectionsMarshal.AsSpan(_members), places.Length);
        }
    }
}
