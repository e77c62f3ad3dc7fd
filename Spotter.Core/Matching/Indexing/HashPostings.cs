using System.Runtime.InteropServices;

namespace Spotter.Core.Matching.Indexing;

/// <summary>
/// An inverted index: for the hash of each key, the numbers of the items that have it. Each entry carries the last 32 bits of the hash. The
/// caller checks for collisions by looking at the items found.
/// </summary>
internal sealed class HashPostings
{
    private readonly HashBuckets _buckets;

    private HashPostings(HashBuckets buckets) => _buckets = buckets;

    /// <summary>The numbers with this hash, in the order in which they were given.</summary>
    public Found this[ulong hash] => new(_buckets[hash], (uint)hash);

    /// <summary>Builds the index for the numbers 0, 1, 2 … from the hash of each.</summary>
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

    /// <summary>Enumerates the entries of a bucket that have the right tag.</summary>
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

    /// <summary>Collects entries if there is not exactly one per song.</summary>
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
