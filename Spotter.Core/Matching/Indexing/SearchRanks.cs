namespace Spotter.Core.Matching.Indexing;

/// <summary>The state of a search: for each song how many of the words it contains, and how well.</summary>
internal sealed class SearchRanks(int songs, RemovedSongs removed)
{
    private readonly byte[] _words = new byte[songs];
    private readonly byte[] _lastWord = new byte[songs];
    private readonly byte[] _ranks = new byte[songs];
    private byte _word;

    /// <summary>The greatest number of words that a song contains.</summary>
    public int MostWords { get; private set; }

    /// <summary>Continues with the next word.</summary>
    public void Next() => _word++;

    /// <summary>Records that a song contains the word. Only the first call per word counts.</summary>
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

    /// <summary>The songs that contain exactly this many words.</summary>
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
