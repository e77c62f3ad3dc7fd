using System.Runtime.InteropServices;

namespace Spotter.Core.Matching.Indexing;

/// <summary>The search for songs whose title or artist is written differently. A second pass skips what the first one found.</summary>
internal sealed class NearSearch
{
    private readonly IndexPart[] _parts;
    private readonly RemovedSongs[] _removed;
    private readonly SongProbe _probe;
    private readonly List<int>[] _names;
    private SongSieve _sieve;

    /// <summary>Searches for the artists by their names as written.</summary>
    public NearSearch(IndexPart[] parts, RemovedSongs[] removed, SongProbe probe)
    {
        _parts = parts;
        _removed = removed;
        _probe = probe;
        _names = new List<int>[parts.Length];
        _sieve = new(probe);
        for (var i = 0; i < parts.Length; i++)
        {
            _names[i] = [];
            parts[i].Names.FindEqual(probe.Artists, _names[i]);
            Look(i, known: null);
        }

        Songs = _sieve.Take([]);
    }

    /// <summary>The songs found so far. If there are very many, those nearest to the track.</summary>
    public IReadOnlyList<SongReading> Songs { get; private set; }

    /// <summary>Searches for misspelt artists too.</summary>
    public void LookForAlikeNames()
    {
        var before = _sieve.Count;
        for (var i = 0; i < _parts.Length; i++)
        {
            var known = _names[i].Count;
            _parts[i].Names.FindAlike(_probe.Artists, _names[i]);
            if (_names[i].Count > known)
            {
                Look(i, known);
            }
        }

        Songs = _sieve.Count > before ? _sieve.Take(Songs) : Songs;
    }

    private void Look(int part, int? known)
    {
        _sieve.Enter(_parts[part], _removed[part]);
        _parts[part].FindNear(_probe, CollectionsMarshal.AsSpan(_names[part]), known, ref _sieve);
    }
}
