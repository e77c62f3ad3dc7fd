namespace Spotter.Core.Matching;

/// <summary>An inverted index: for each key the positions of the songs that have it, all in one array.</summary>
internal sealed class Postings<TKey>
    where TKey : notnull
{
    private readonly Dictionary<TKey, int> _keyNumbers;
    private readonly int[] _starts;
    private readonly int[] _songs;

    private Postings(Dictionary<TKey, int> keyNumbers, int[] starts, int[] songs)
    {
        _keyNumbers = keyNumbers;
        _starts = starts;
        _songs = songs;
    }

    public IReadOnlyCollection<TKey> Keys => _keyNumbers.Keys;

    /// <summary>The songs with this key, in rising order, each once.</summary>
    public ReadOnlySpan<int> this[TKey key]
        => _keyNumbers.TryGetValue(key, out var number) ? _songs.AsSpan(_starts[number].._starts[number + 1]) : [];

    /// <summary>Collects keys song by song, then lays them out.</summary>
    internal sealed class Builder(IEqualityComparer<TKey>? comparer = null)
    {
        private readonly Dictionary<TKey, int> _keyNumbers = new(comparer);
        private readonly List<int> _counts = [];
        private readonly List<int> _lastSongs = [];
        private readonly List<(int Key, int Song)> _pairs = [];

        /// <summary>Adds a key of a song; songs must come in rising order. The same key twice counts once.</summary>
        public void Add(TKey key, int song)
        {
            if (!_keyNumbers.TryGetValue(key, out var number))
            {
                number = _counts.Count;
                _keyNumbers.Add(key, number);
                _counts.Add(0);
                _lastSongs.Add(-1);
            }

            if (_lastSongs[number] != song)
            {
                _lastSongs[number] = song;
                _counts[number]++;
                _pairs.Add((number, song));
            }
        }

        public Postings<TKey> Build()
        {
            var starts = new int[_counts.Count + 1];
            for (var i = 0; i < _counts.Count; i++)
            {
                starts[i + 1] = starts[i] + _counts[i];
            }

            var next = starts.AsSpan(0, _counts.Count).ToArray();
            var songs = new int[_pairs.Count];
            foreach (var (key, song) in _pairs)
            {
                songs[next[key]++] = song;
            }

            _keyNumbers.TrimExcess();
            return new(_keyNumbers, starts, songs);
        }
    }
}
