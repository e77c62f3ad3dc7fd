using System.Buffers;

namespace Spotter.Core.Matching.Text;

/// <summary>A list that begins in its caller's memory, usually on the stack, and moves to a rented array only if it outgrows
/// that.</summary>
/// <typeparam name="T">An unmanaged value: characters, positions.</typeparam>
internal ref struct SpanList<T>(Span<T> initial)
    where T : unmanaged
{
    private Span<T> _items = initial;
    private T[]? _rented;

    public int Count { get; private set; }

    public readonly ReadOnlySpan<T> Items => _items[..Count];

    /// <summary>The items, which may be changed in place.</summary>
    public readonly Span<T> Writable => _items[..Count];

    public readonly ref T this[int index] => ref _items[..Count][index];

    public void Add(T item)
    {
        if (Count == _items.Length)
        {
            Grow(1);
        }

        _items[Count++] = item;
    }

    public void Append(scoped ReadOnlySpan<T> items) => items.CopyTo(Extend(items.Length));

    /// <summary>Extends the list and returns the new part for writing.</summary>
    public Span<T> Extend(int count)
    {
        var room = Room(count)[..count];
        Count += count;
        return room;
    }

    /// <summary>The writable space after the end, at least this long. <see cref="Extend"/> then includes it.</summary>
    public Span<T> Room(int atLeast)
    {
        if (Count + atLeast > _items.Length)
        {
            Grow(atLeast);
        }

        return _items[Count..];
    }

    public void CutTo(int count) => Count = Math.Min(Count, count);

    public void Clear() => Count = 0;

    /// <summary>Returns the rented array.</summary>
    public void Dispose()
    {
        if (_rented is not null)
        {
            ArrayPool<T>.Shared.Return(_rented);
        }

        this = default;
    }

    private void Grow(int atLeast)
    {
        var larger = ArrayPool<T>.Shared.Rent(Math.Max(Count + atLeast, 2 * _items.Length));
        Items.CopyTo(larger);
        if (_rented is not null)
        {
            ArrayPool<T>.Shared.Return(_rented);
        }

        _items = _rented = larger;
    }
}
