namespace Spotter.Core.Matching.Indexing;

/// <summary>Caches a fixed number of values. Threads may overwrite each other's values, which are then made again.</summary>
internal sealed class ReadingCache<T>(int size)
    where T : class
{
    private readonly Entry?[] _entries = new Entry?[size];

    public T GetOrMake(ulong key, Func<ulong, T> make)
    {
        ref var slot = ref _entries[(int)(TextHash.Mix(key) % (uint)_entries.Length)];
        if (slot is { } entry && entry.Key == key)
        {
            return entry.Value;
        }

        var value = make(key);
        slot = new Entry(key, value);
        return value;
    }

    private sealed record Entry(ulong Key, T Value);
}
