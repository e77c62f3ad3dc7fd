namespace Spotter.Core.Matching.Indexing;

/// <summary>What a search has found so far: for each song how many of the words, and how well.</summary>
internal sealed class SearchRanks(int songs, RemovedSongs removed)
{
    private readonly byte[] _words = new byte[songs];
    private readonly byte[] _lastWord = new byte[songs];
    private readonly byte[] _ranks = new byte[songs];
    private byte _word;

    /// <summary>The most words that one song holds.</summary>
    public int MostWords { get; private set; }

    /// <summary>Goes on with the next word.</summary>
    public void Next() => _word++;

    /// <summary>Notes that a song holds the word; the first note of a word counts.</summary>
    public void Mark(int song, int weight)
    {
        if (_lastWord[song] != _word && !removed.Contains(song))
        {
            _lastWord[song] = _word;
            _ranks[song] += (byte)weight;
            _words[song]++;
            MostWords = Math.Max(MostWords, _words[song]);
        }
    }

    /// <summary>The songs that hold exactly so many words.</summary>
    public IEnumerable<(int Song, int Rank)> With(int words)
    {
        for (var song = 0; song < _words.Length; song++)
        {
            if (_words[song] == words)
            {
                yield return (song, _ranks[song]);
            }
        }
    }
}
