using System.Runtime.InteropServices;

namespace Spotter.Core.Matching.Indexing;

/// <summary>
/// An inverted index: for each key, known by its hash, the numbers of those that have it. Each entry carries the last 32 bits of the hash. What the
/// other bits hide, the caller sees by looking at what it found.
/// </summary>
internal sealed class HashPostings
{
    private readonly HashBuckets _buckets;

    private HashPostings(HashBuckets buckets) => _buckets = buckets;

    /// <summary>The numbers with this hash, in the order in which they were given.</summary>
    public Found this[ulong hash] => new(_buckets[hash], (uint)hash);

    /// <summary>Lays out the numbers 0, 1, 2 … by the hash of each.</summary>
    public static HashPostings Of(ReadOnlySpan<ulong> hashes)
    {
        var entries = GC.AllocateUninitializedArray<ulong>(hashes.Length);
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = EntryOf(hashes[i], i);
        }

        return new(HashBuckets.Of(hashes, entries));
    }

    private static ulong EntryOf(ulong hash, int number) => (hash << 32) | (uint)number;

    /// <summary>The entries of one bucket, of which those with the right tag are walked.</summary>
    internal ref struct Found(ReadOnlySpan<ulong> entries, uint tag)
    {
        private readonly ReadOnlySpan<ulong> _entries = entries;
        private int _next;

        public int Current { get; private set; }

        public readonly Found GetEnumerator() => this;

        public bool MoveNext()
        {
            while (_next < _entries.Length)
            {
                var entry = _entries[_next++];
                if ((uint)(entry >> 32) == tag)
                {
                    Current = (int)(uint)entry;
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Collects entries of which there is not one for each song.</summary>
    internal sealed class Builder(int capacity)
    {
        private readonly List<ulong> _hashes = new(capacity);
        private readonly List<ulong> _entries = new(capacity);

        public void Add(ulong hash, int number)
        {
            _hashes.Add(hash);
            _entries.Add(EntryOf(hash, number));
        }

        public HashPostings Build() => new(HashBuckets.Of(CollectionsMarshal.AsSpan(_hashes), CollectionsMarshal.AsSpan(_entries)));
    }
}
