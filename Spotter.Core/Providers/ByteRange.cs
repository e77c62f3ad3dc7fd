namespace Spotter.Core.Providers;

/// <summary>A part of a file as HTTP names it (RFC 9110, section 14.1.2): from a byte to the end or to another byte, or the last bytes.</summary>
/// <param name="From">The first byte, from 0. Null for the last <paramref name="To"/> bytes.</param>
/// <param name="To">The last byte, inclusive, or null for the end. Without <paramref name="From"/>, the number of bytes.</param>
public readonly record struct ByteRange(long? From, long? To)
{
    /// <summary>The first and last byte of the part in a file of this length, or null if no byte of the file is in it.</summary>
    /// <param name="length">The length of the file in bytes.</param>
    public (long First, long Last)? In(long length) => (From, To) switch
    {
        (null, null or <= 0) => null,
        (null, { } count) => length > 0 ? (Math.Max(0, length - count), length - 1) : null,
        ({ } first, _) when first >= length || To < first => null,
        ({ } first, { } last) => (first, Math.Min(last, length - 1)),
        ({ } first, null) => (first, length - 1),
    };
}
